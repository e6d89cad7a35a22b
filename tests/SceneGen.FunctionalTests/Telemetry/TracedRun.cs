using SceneGen.FunctionalTests.Drivers;
using SceneGen.FunctionalTests.Infrastructure;

namespace SceneGen.FunctionalTests.Telemetry;

/// <summary>An embedded run whose provider reports by itself now and then, and a collector that receives its traces.</summary>
public sealed class TracedRun : IAsyncLifetime
{
    public Collector Collector { get; private set; } = null!;

    public EmbeddedWith Run { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Collector = await Collector.StartAsync();
        Run = await EmbeddedWith.StartAsync(Collector.Settings);
    }

    public async ValueTask DisposeAsync()
    {
        await Run.DisposeAsync();
        await Collector.DisposeAsync();
    }
}
