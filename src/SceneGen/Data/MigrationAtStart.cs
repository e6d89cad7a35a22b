namespace SceneGen.Data;

/// <summary>Sees to the tables before anything else starts, and waits for a server that is not up yet.</summary>
internal sealed partial class MigrationAtStart(
    IServiceScopeFactory scopes, TimeProvider time, ILogger<MigrationAtStart> logger) : IHostedService
{
    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(15);

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        var pause = FirstPause;
        while (true)
        {
            try
            {
                await MigrateAsync(cancellationToken);
                return;
            }
            catch (InvalidOperationException error) when (DatabaseFault.IsPassing(error))
            {
                Log.Waits(logger, error.Message, pause.TotalSeconds);
                await Task.Delay(pause, time, cancellationToken);
                pause = pause * 2 < LongestPause ? pause * 2 : LongestPause;
            }
        }
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private async Task MigrateAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        foreach (var migration in await scope.ServiceProvider.GetRequiredService<SceneMigrator>()
            .MigrateAsync(cancellationToken))
        {
            Log.Applied(logger, migration);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "The database was migrated: {Migration}.")]
        public static partial void Applied(ILogger logger, string migration);

        [LoggerMessage(2, LogLevel.Warning, "SceneGen waits for its database and tries again in {Seconds} s. {Reason}")]
        public static partial void Waits(ILogger logger, string reason, double seconds);
    }
}
