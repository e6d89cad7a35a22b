using MassTransit;
using MassTransit.Testing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using SceneGen.Assets;
using SceneGen.Assets.Messages;
using SceneGen.Data;
using SceneGen.Data.Leases;
using SceneGen.Data.Sqlite;
using SceneGen.Messaging;
using SceneGen.Scenes;
using SceneGen.Tests.Assets.Fetching;
using SceneGen.Tests.Databases;
using SceneGen.Tests.Infrastructure;

namespace SceneGen.Tests.Assets.Storing;

/// <summary>The store step on a bus in memory, beside a site that gives what the test put there.</summary>
internal sealed class StoreHarness : IAsyncDisposable
{
    private readonly SqliteDatabase _database = new();
    private readonly TestFolder _folder = new();
    private readonly IHost _host;
    private readonly MessageRecorder _messages = new();
    private byte[] _picture = [];

    private StoreHarness(FetchingSite site, string[] settings)
    {
        Site = site;
        var builder = Host.CreateApplicationBuilder();
        builder.Logging.ClearProviders();
        builder.Configuration.AddCommandLine(
        [
            $"--Storage:Path={_folder["store"]}", "--Fetching:TrustedHosts:0=127.0.0.1", "--Replicate:OutputHosts:0=127.0.0.1",
            .. settings.Select(setting => $"--{setting}"),
        ]);
        builder.Services.AddDbContext<SceneDbContext, SqliteSceneDbContext>(_database.Use);
        builder.Services.AddSingleton<SoleWork>();
        builder.Services.AddAssets();
        builder.Services.AddMassTransitTestHarness(bus =>
        {
            bus.AddAssets();
            bus.UsingInMemory((context, transport) =>
            {
                transport.UseContractJson();
                transport.ConfigureEndpoints(context);
            });
        });
        _host = builder.Build();
    }

    public FetchingSite Site { get; }

    public string Store => _folder["store"];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private ITestHarness Bus => _host.Services.GetRequiredService<ITestHarness>();

    public static async Task<StoreHarness> StartAsync(params string[] settings)
    {
        StoreHarness? harness = null;
        var site = await FetchingSite.StartAsync(context => context.Response.Body.WriteAsync(harness!._picture).AsTask());
        harness = new StoreHarness(site, settings);
        await harness.WithDatabaseAsync(database => database.Database.EnsureCreatedAsync(Stop));
        await harness._host.StartAsync(Stop);
        harness.Bus.Bus.ConnectSendObserver(harness._messages);
        ((IBusControl)harness.Bus.Bus).ConnectConsumeObserver(harness._messages);
        return harness;
    }

    public StoreScene Command(byte[] picture)
    {
        _picture = picture;
        return new StoreScene { SceneId = Guid.NewGuid(), Run = 1, Attempt = 1, OutputUrl = Site.Url() };
    }

    public async Task<T?> AnswerAsync<T>(StoreScene command)
        where T : class
    {
        var id = NewId.NextGuid();
        var queue = await Bus.Bus.GetSendEndpoint(Queues.StoreScene);
        await queue.Send(command, Pipe.Execute<SendContext>(context => context.MessageId = id), Stop);
        Assert.Null(await _messages.ConsumedAsync(id));
        return Heard<T>();
    }

    public T? Heard<T>()
        where T : class => _messages.SentTo<T>(Queues.ScenesName) is [.., var last] ? last : null;

    public Task AddAsync(SceneState scene) => WithDatabaseAsync(async database =>
    {
        database.Add(scene);
        await database.SaveChangesAsync(Stop);
    });

    public async Task WithDatabaseAsync(Func<SceneDbContext, Task> work)
    {
        await using var scope = _host.Services.CreateAsyncScope();
        await work(scope.ServiceProvider.GetRequiredService<SceneDbContext>());
    }

    public string[] Files() => [.. Directory.EnumerateFiles(Store, "*.*", SearchOption.AllDirectories)
        .Where(file => !file.EndsWith(".claim", StringComparison.Ordinal))];

    public async ValueTask DisposeAsync()
    {
        await _host.StopAsync(CancellationToken.None);
        await ((IAsyncDisposable)_host).DisposeAsync();
        await Site.DisposeAsync();
        await _database.DisposeAsync();
        _folder.Dispose();
    }
}
