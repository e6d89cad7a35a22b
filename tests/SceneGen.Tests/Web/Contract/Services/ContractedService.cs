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
    /// <summary>For an answer, and before a body is sent of which it is asked whether it is wanted.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

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

        // The service is told its own address before it has one.
        builder.Configuration["urls"] = $"http://127.0.0.1:{FreePort.Find()}";
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
        Http = new HttpClient(new SocketsHttpHandler { UseCookies = false, Expect100ContinueTimeout = Patience })
        {
            BaseAddress = new Uri(_app.Urls.Single()),
            Timeout = Patience,
        };
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

    /// <summary>
    /// Requests have little time while this is done: what is to be answered otherwise has all that a busy machine takes.
    /// </summary>
    internal async Task HurryAsync(Func<Task> act)
    {
        var limits = Services.GetRequiredService<IOptionsMonitor<RequestTimeoutOptions>>().CurrentValue;
        var ample = limits.DefaultPolicy!;
        limits.DefaultPolicy = new RequestTimeoutPolicy
        {
            Timeout = TimeSpan.FromSeconds(1),
            TimeoutStatusCode = ample.TimeoutStatusCode,
            WriteTimeoutResponse = ample.WriteTimeoutResponse,
        };
        try
        {
            await act();
        }
        finally
        {
            limits.DefaultPolicy = ample;
        }
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
}
