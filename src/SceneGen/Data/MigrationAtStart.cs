namespace SceneGen.Data;

/// <summary>Sees to the tables before anything else starts.</summary>
internal sealed partial class MigrationAtStart(IServiceScopeFactory scopes, ILogger<MigrationAtStart> logger)
    : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        foreach (var migration in await scope.ServiceProvider.GetRequiredService<SceneMigrator>()
            .MigrateAsync(cancellationToken))
        {
            Log.Applied(logger, migration);
        }
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "The database was migrated: {Migration}.")]
        public static partial void Applied(ILogger logger, string migration);
    }
}
