using SceneGen.FunctionalTests.Drivers;

namespace SceneGen.FunctionalTests.Telemetry;

/// <summary>An instance on PostgreSQL and RabbitMQ whose messages all go by the broker, and a collector of its traces.</summary>
public sealed class WatchedInstance() : Installation("one")
{
    public Collector Collector { get; private set; } = null!;

    protected override async Task<Servers> FindServersAsync()
    {
        Collector = await Collector.StartAsync();
        return await base.FindServersAsync();
    }

    protected override async Task LeaveServersAsync()
    {
        await Collector.DisposeAsync();
        await base.LeaveServersAsync();
    }

    protected override IEnumerable<(string Name, string Value)> MoreSettings()
        => [.. Collector.Settings, ("Bus__HandOver", "false")];
}
