namespace SceneGen.BrowserTests.Proxy;

/// <summary>The service as it is deployed, on PostgreSQL and RabbitMQ: two instances, and one address for both.</summary>
public sealed class TwoInstancesBehindProxy : IAsyncLifetime
{
    public TwoInstances Installation { get; } = new();

    public RoundRobin Proxy { get; private set; } = null!;

    public string Url => Proxy.Url;

    public async ValueTask InitializeAsync()
    {
        await Installation.InitializeAsync();
        Proxy = new RoundRobin([.. Installation.Instances.Select(instance => instance.Url)], Installation.Outside.Url);
        await Proxy.StartAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await Proxy.DisposeAsync();
        await Installation.DisposeAsync();
    }
}
