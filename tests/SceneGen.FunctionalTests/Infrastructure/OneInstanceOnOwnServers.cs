namespace SceneGen.FunctionalTests.Infrastructure;

/// <summary>
/// For situations in which a server fails. All goes by the broker, and each queue hands out little at a time, so that it
/// holds something.
/// </summary>
[CollectionDefinition(Shared)]
public sealed class OneInstanceOnOwnServers() : Installation("one"), ICollectionFixture<OneInstanceOnOwnServers>
{
    public const string Shared = "One instance on servers of its own";

    public OwnServers Servers { get; } = new();

    protected override Task<Servers> FindServersAsync() => Servers.StartAsync();

    protected override async Task LeaveServersAsync() => await Servers.DisposeAsync();

    protected override IEnumerable<(string Name, string Value)> MoreSettings()
        => [("Bus__HandOver", "false"), ("Bus__Prefetch", "2"), ("Bus__Concurrency", "2")];
}
