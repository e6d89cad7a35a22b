using SceneGen.BrowserTests.Infrastructure;

namespace SceneGen.BrowserTests.Proxy;

/// <summary>
/// The service as it is deployed, on PostgreSQL and RabbitMQ: two instances, and one address for both. All situations that
/// leave it running share one.
/// </summary>
[CollectionDefinition(Shared)]
public sealed class TwoInstancesBehindProxy : IRunningService, IAsyncLifetime, ICollectionFixture<TwoInstancesBehindProxy>
{
    public const string Shared = "Two instances behind a proxy";

    private readonly HttpClient _http = new() { Timeout = TimeSpan.FromSeconds(30) };

    public TwoInstances Installation { get; } = new();

    public RoundRobin Proxy { get; private set; } = null!;

    public string Url => Proxy.Url;

    public SceneClient Scenes => new(_http);

    public WorldClient World => Installation.World;

    public Task<Painter> HoldPainterAsync() => Painter.HoldAsync(World);

    public Task KillAsync() => Task.WhenAll(Installation.Instances.Select(instance => instance.KillAsync()));

    public async Task StartAgainAsync()
    {
        await Installation.Database.EndLeasesAsync();
        await Installation.StartAllAsync();
    }

    public async ValueTask InitializeAsync()
    {
        await Installation.InitializeAsync();
        Proxy = new RoundRobin([.. Installation.Instances.Select(instance => instance.Url)], Installation.Outside.Url);
        await Proxy.StartAsync();
        _http.BaseAddress = new Uri(Url);
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        if (Proxy is { } proxy)
        {
            await proxy.DisposeAsync();
        }

        await Installation.DisposeAsync();
    }
}
