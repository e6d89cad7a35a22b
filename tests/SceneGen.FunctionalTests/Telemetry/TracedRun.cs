using SceneGen.FunctionalTests.Drivers;
using SceneGen.FunctionalTests.Infrastructure;

namespace SceneGen.FunctionalTests.Telemetry;

/// <summary>An embedded run with a collector that receives its traces; its log is for programs, and goes to a file as well.</summary>
public sealed class TracedRun : IAsyncLifetime
{
    public Collector Collector { get; private set; } = null!;

    public EmbeddedWith Run { get; private set; } = null!;

    /// <summary>The provider, who reports beside the checks.</summary>
    public WebhookSender Provider => new(Run.Process.Http);

    public async ValueTask InitializeAsync()
    {
        Collector = await Collector.StartAsync();
        Run = await EmbeddedWith.StartAsync(
        [
            .. Collector.Settings,
            ("OTEL_METRIC_EXPORT_INTERVAL", "1000"),
            ("Logs__Format", "json"),
            ("Logs__File", "logs/scenes.log"),

            // What would name the address of each request, had it its way.
            ("Serilog__MinimumLevel__Override__Microsoft.AspNetCore", "Information"),
            ("Serilog__MinimumLevel__Override__System.Net.Http", "Information"),
            ("Replicate__WebhookBaseUrl", "https://scenes.example.org/"),
            ("Replicate__WebhookSecret", WebhookSender.Secret),
            ("Polling__WebhookGrace", "500ms"),
        ]);
    }

    public async ValueTask DisposeAsync()
    {
        await Run.DisposeAsync();
        await Collector.DisposeAsync();
    }
}
