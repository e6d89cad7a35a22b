using SceneGen.BrowserTests.Infrastructure;

namespace SceneGen.BrowserTests.Proxy;

/// <summary>A proxy before the service that spoils answers which come bit by bit.</summary>
public sealed class WayWithoutStreams(EmbeddedPage run) : IAsyncLifetime
{
    public RoundRobin Proxy { get; } = new([run.Url]);

    public string Url => Proxy.Url;

    public async ValueTask InitializeAsync() => await Proxy.StartAsync();

    public ValueTask DisposeAsync() => Proxy.DisposeAsync();
}
