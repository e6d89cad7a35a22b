using MassTransit;
using MassTransit.Testing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using SceneGen.Assets;
using SceneGen.Assets.Messages;
using SceneGen.Assets.Storing;
using SceneGen.Data;
using SceneGen.Messaging;
using SceneGen.Persistence;
using SceneGen.Tests.Databases;
using SceneGen.Tests.Infrastructure;
using SceneGen.Tests.Simulator.Infrastructure;

namespace SceneGen.Tests.Assets.Storing;

/// <summary>The storing of pictures on a bus in memory; the test is the scene and the provider.</summary>
internal sealed class StoringHarness : IAsyncDisposable
{
    private readonly SqliteDatabase _database = new();
    private readonly TestFolder _folder = new();
    private readonly ServiceProvider _services;
    private readonly ITestHarness _bus;

    private StoringHarness(PictureServer provider)
    {
        Provider = provider;
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(
        [
            new("ConnectionStrings:Database", _database.ConnectionString),
            new("Storage:Path", Root),
            new("Replicate:OutputHosts:0", "127.0.0.1"),
            new("Fetching:TrustedHosts:0", "127.0.0.1"),
        ]).Build();
        _services = new ServiceCollection()
            .AddSingleton<IConfiguration>(configuration)
            .AddSingleton<TimeProvider>(Clock)
            .AddLogging(logging => logging.AddProvider(Log))
            .AddData(configuration)
            .AddAssets()
            .AddMassTransitTestHarness(bus =>
            {
                bus.AddConsumer<StoreSceneConsumer>().Endpoint(endpoint => endpoint.Name = Queues.StoreSceneName);
                bus.AddEntityFrameworkOutbox<SceneDbContext>(outbox => outbox.BusKeepsMessages = false);
                bus.UsingInMemory((context, transport) => transport.ConfigureEndpoints(context));
            })
            .BuildServiceProvider(validateScopes: true);
        _bus = _services.GetRequiredService<ITestHarness>();
    }

    public PictureServer Provider { get; }

    public SettableClock Clock { get; } = new();

    public LogBook Log { get; } = new();

    public MessageRecorder Messages { get; } = new();

    public string Root => _folder["assets"];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static async Task<StoringHarness> StartAsync()
    {
        var harness = new StoringHarness(await PictureServer.StartAsync());
        await harness._services.GetRequiredService<TemporaryFolder>().StartingAsync(Stop);
        await harness._bus.Start();
        harness._bus.Bus.ConnectSendObserver(harness.Messages);
        ((IBusControl)harness._bus.Bus).ConnectConsumeObserver(harness.Messages);
        return harness;
    }

    /// <summary>What the scenes were told.</summary>
    public IReadOnlyList<T> Told<T>() => Messages.SentTo<T>(Queues.ScenesName);

    /// <summary>Has the picture stored, and waits for the end of that; returns its error.</summary>
    public async Task<Exception?> StoreAsync(string url, TimeSpan? life = null)
    {
        var id = NewId.NextGuid();
        var store = await _bus.Bus.GetSendEndpoint(Queues.StoreScene);
        var command = new StoreScene
        {
            SceneId = Guid.NewGuid(),
            Run = 1,
            Attempt = 1,
            OutputUrl = url,
            OutputExpiresAt = Clock.GetUtcNow() + life,
        };
        await store.Send(command, context => context.MessageId = id, Stop);
        return await Messages.ConsumedAsync(id);
    }

    public async Task<T> InDatabaseAsync<T>(Func<SceneDbContext, Task<T>> work)
    {
        await using var scope = _services.CreateAsyncScope();
        return await work(scope.ServiceProvider.GetRequiredService<SceneDbContext>());
    }

    public async ValueTask DisposeAsync()
    {
        await ((IAsyncDisposable)_bus).DisposeAsync();
        await _services.DisposeAsync();
        await _database.DisposeAsync();
        await Provider.DisposeAsync();
        _folder.Dispose();
    }
}
