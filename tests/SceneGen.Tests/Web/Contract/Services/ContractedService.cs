using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http.Timeouts;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using SceneGen.Data;
using SceneGen.Data.Leases;
using SceneGen.Data.Sqlite;
using SceneGen.Simulator;
using SceneGen.Simulator.Avatars;
using SceneGen.Tests.Assets;
using SceneGen.Tests.Callbacks;
using SceneGen.Tests.Databases;

namespace SceneGen.Tests.Web.Contract.Services;

/// <summary>The whole service with its simulated world, as the program puts them together.</summary>
public class ContractedService : IAsyncLifetime
{
    private readonly SqliteDatabase _database = new();
    private readonly TestFolder _folder = new();
    private WebApplication _app = null!;

    public HttpClient Http { get; private set; } = null!;

    internal IServiceProvider Services => _app.Services;

    internal FaultyDatabase Database { get; } = new();

    internal string Pictures => Path.Combine(_folder.Root, "pictures");

    /// <summary>What is set beside.</summary>
    protected virtual IEnumerable<KeyValuePair<string, string?>> Settings => [];

    public async ValueTask InitializeAsync()
    {
        var builder = WebApplication.CreateBuilder();
        builder.Configuration["urls"] = $"http://127.0.0.1:{FreePort()}";
        builder.Configuration["ConnectionStrings:Database"] = _database.ConnectionString;
        builder.Configuration["Storage:Path"] = Pictures;
        builder.Configuration["Simulator:Path"] = Path.Combine(_folder.Root, "simulator");
        builder.Configuration["Simulator:Painting"] = "plain";
        builder.Configuration["Simulator:StartingTime"] = "10ms";
        builder.Configuration["Simulator:GenerationTime"] = "50ms";
        builder.Configuration["Polling:First"] = "100ms";
        builder.Configuration["Callbacks:Secret"] = CallbackReceiver.Secret;
        foreach (var (key, value) in Settings)
        {
            builder.Configuration[key] = value;
        }

        Add(builder);
        _app = builder.Build();
        _app.UseSceneGen();
        _app.UseSimulator();
        await _app.StartAsync(TestContext.Current.CancellationToken);
        Http = new HttpClient(new SocketsHttpHandler { UseCookies = false }) { BaseAddress = new Uri(_app.Urls.Single()), Timeout = TimeSpan.FromSeconds(60) };
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await _app.StopAsync(CancellationToken.None);
        await _app.DisposeAsync();
        await _database.DisposeAsync();
        _folder.Dispose();
        GC.SuppressFinalize(this);
    }

    internal async Task AddAsync(params object[] rows)
    {
        await using var scope = Services.CreateAsyncScope();
        var database = scope.ServiceProvider.GetRequiredService<SceneDbContext>();
        database.AddRange(rows);
        await database.SaveChangesAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>From now on requests may take a second.</summary>
    internal void Hurry()
    {
        var limits = Services.GetRequiredService<IOptionsMonitor<RequestTimeoutOptions>>().CurrentValue;
        var usual = limits.DefaultPolicy!;
        limits.DefaultPolicy = new RequestTimeoutPolicy
        {
            Timeout = TimeSpan.FromSeconds(1),
            TimeoutStatusCode = usual.TimeoutStatusCode,
            WriteTimeoutResponse = usual.WriteTimeoutResponse,
        };
    }

    internal async Task EraseAsync(Guid sceneId)
    {
        await using var scope = Services.CreateAsyncScope();
        var (scenes, now) = (scope.ServiceProvider.GetRequiredService<SceneDbContext>().Scenes, TimeProvider.System.GetUtcNow());
        await scenes.Where(scene => scene.CorrelationId == sceneId)
            .ExecuteUpdateAsync(set => set.SetProperty(scene => scene.ErasedAt, now), TestContext.Current.CancellationToken);
    }

    internal async Task MoveAsync(Guid sceneId, string state)
    {
        await using var scope = Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<SceneDbContext>().Scenes.Where(scene => scene.CorrelationId == sceneId)
            .ExecuteUpdateAsync(set => set.SetProperty(scene => scene.CurrentState, state), TestContext.Current.CancellationToken);
    }

    /// <summary>Another instance is at this work, for as long as the test takes.</summary>
    internal async Task HoldAsync(string work)
    {
        await using var scope = Services.CreateAsyncScope();
        var leases = scope.ServiceProvider.GetRequiredService<WorkLeases>();
        Assert.True(await leases.TryTakeUntilAsync(
            work, TimeProvider.System.GetUtcNow().AddHours(1), TestContext.Current.CancellationToken));
    }

    protected virtual void Add(WebApplicationBuilder builder)
    {
        builder.PointAtSimulator();
        builder.AddSceneGen(bus => bus.AddFakeAvatarService());
        builder.Services.AddSimulator();
        builder.Services.AddSingleton<MatcherPolicy, Faults>();
        builder.Services.AddSingleton<IStartupFilter, Faults>();
        builder.Services.ConfigureDbContext<SqliteSceneDbContext>(options => options.AddInterceptors(Database));
        builder.Logging.ClearProviders();
    }

    /// <summary>The service is told its own address before it has one.</summary>
    internal static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
