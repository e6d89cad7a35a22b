using System.Text.Json;
using SceneGen.Assets.Files;
using SceneGen.Assets.Serving;
using SceneGen.Data;
using SceneGen.Settings;

namespace SceneGen.Assets.Sweeping;

/// <summary>Sweeps once, prints what it found and ends; with <c>--dry-run</c> it changes nothing.</summary>
internal static class SweepCommand
{
    public const string Name = "sweep";
    private const string DryRun = "--dry-run";

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    public static Task<int> RunAsync(string[] arguments)
        => StartFault.SayAsync(async () =>
        {
            var builder = Host.CreateApplicationBuilder(arguments.Where(word => word != DryRun).ToArray());
            builder.Configuration.AddSceneGenSources();
            builder.Logging.ClearProviders();
            builder.Services.AddData(builder.Configuration);
            builder.Services.AddStore();
            builder.Services.AddServing();
            builder.Services.AddFiles();
            builder.Services.AddSweep();

            using var host = builder.Build();
            await using var scope = host.Services.CreateAsyncScope();
            var report = await scope.ServiceProvider.GetRequiredService<Sweep>().RunAsync(
                arguments.Contains(DryRun),
                host.Services.GetRequiredService<TimeProvider>().GetUtcNow(),
                host.Services.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping);
            Console.WriteLine(JsonSerializer.Serialize(report, Json));
        });
}
