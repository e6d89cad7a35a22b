namespace SceneGen.FunctionalTests.Infrastructure;

/// <summary>For situations in which a server fails. Each queue hands out little at a time, so that the broker holds something.</summary>
public sealed class OneInstanceOnOwnServers() : Installation("one")
{
    public OwnServers Servers { get; } = new();

    protected override Task<Servers> FindServersAsync() => Servers.StartAsync();

    protected override async Task LeaveServersAsync() => await Servers.DisposeAsync();

    protected override IEnumerable<(string Name, string Value)> MoreSettings()
        => [("Bus__Prefetch", "2"), ("Bus__Concurrency", "2")];
}
