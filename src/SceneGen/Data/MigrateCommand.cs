using SceneGen.Settings;

namespace SceneGen.Data;

/// <summary>Migrates and ends: for a deployment that does so before its instances start.</summary>
internal static class MigrateCommand
{
    public const string Name = "migrate";

    public static Task<int> RunAsync(string[] arguments)
        => StartFault.SayAsync(async () =>
        {
            var builder = Host.CreateApplicationBuilder(arguments);
            builder.Configuration.AddSceneGenSources();

            // What it has to say is on the console already.
            builder.Logging.ClearProviders();
            builder.Services.AddData(builder.Configuration);

            using var host = builder.Build();
            await using var scope = host.Services.CreateAsyncScope();
            var applied = await scope.ServiceProvider.GetRequiredService<SceneMigrator>()
                .MigrateAsync(host.Services.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping);
            Console.WriteLine(applied.Count > 0
                ? $"Applied {string.Join(", ", applied)}."
                : "The database is up to date; nothing was applied.");
        });
}
