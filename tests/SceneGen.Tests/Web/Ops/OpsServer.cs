using System.Net.Http.Json;
using System.Text.Json;
using MassTransit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using SceneGen.Assets;
using SceneGen.Assets.Files;
using SceneGen.Assets.Serving;
using SceneGen.Assets.Sweeping;
using SceneGen.Data;
using SceneGen.Generation;
using SceneGen.Generation.Traffic;
using SceneGen.Operations;
using SceneGen.Persistence;
using SceneGen.Replicate;
using SceneGen.Scenes;
using SceneGen.Tests.Assets;
using SceneGen.Tests.Databases;
using SceneGen.Tests.Infrastructure;
using SceneGen.Tests.Replicate;
using SceneGen.Themes;
using SceneGen.Web.Health;
using SceneGen.Web.Http.Errors;
using SceneGen.Web.Ops;
using SceneGen.Web.Ops.DeadLetters;
using SceneGen.Web.Ops.Graph;
using SceneGen.Web.Ops.Overview;
using SceneGen.Web.Ops.Storage;

namespace SceneGen.Tests.Web.Ops;

/// <summary>The operator's routes on a free port, over a database and a provider's client like the service's.</summary>
internal sealed class OpsServer : IAsyncDisposable
{
    private readonly SqliteDatabase _database = new();
    private readonly TestFolder _folder = new();
    private readonly WebApplication _app;
    private readonly HttpClient _client = new();

    private OpsServer(string bus)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        foreach (var (key, value) in ReplicateCaller.Settings("http://127.0.0.1:1/v1"))
        {
            builder.Configuration[key] = value;
        }

        builder.Configuration["ConnectionStrings:Database"] = _database.ConnectionString;
        builder.Configuration["Storage:Path"] = _folder.Root;
        builder.Configuration["ConnectionStrings:Bus"] = bus;
        builder.Services.AddSingleton<TimeProvider>(Time);
        builder.Services.AddData(builder.Configuration);
        builder.Services.AddReplicate();
        builder.Services.AddGeneration();
        builder.Services.AddProblems();
        builder.Services.AddHealth();
        builder.Services.AddScenes();
        builder.Services.AddSingleton<SceneStateMachine>();
        builder.Services.AddScoped<GateDesk>();
        builder.Services.AddOverview();
        builder.Services.AddOverviewPage();
        builder.Services.AddMassTransit(bus =>
        {
            bus.AddEntityFrameworkOutbox<SceneDbContext>();
            bus.UsingInMemory();
        });
        builder.Services.AddStore().AddServing().AddFiles().AddSweeper();
        builder.Services.AddPictures();
        builder.Services.AddThemes();
        _app = builder.Build();
        _app.MapGates();
        _app.MapParkedMessages();
        _app.MapProvider();
        _app.MapStorage();
        _app.MapHealth();
        _app.MapOverview();
        _app.MapRollbacks();
        _app.MapDeadLetters();
        _app.MapGraph();
    }

    public ManualTime Time { get; } = new();

    public ProviderTraffic Traffic => _app.Services.GetRequiredService<ProviderTraffic>();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static async Task<OpsServer> StartAsync(string bus = "")
    {
        var server = new OpsServer(bus);
        await server._app.StartAsync(Stop);
        server._client.BaseAddress = new Uri(server._app.Urls.Single());
        return server;
    }

    public async Task<(int Status, JsonElement Body)> GetAsync(string path)
        => await ReadAsync(await _client.GetAsync(path, Stop));

    public async Task<(int Status, JsonElement Body)> PostAsync(string path, object? body = null)
        => await ReadAsync(await _client.PostAsJsonAsync(path, body ?? new object(), Stop));

    /// <summary>The gate of this name in the list.</summary>
    public async Task<JsonElement> GateAsync(string name)
        => (await GetAsync("/api/ops/gates")).Body.EnumerateArray().Single(gate => gate.GetProperty("name").GetString() == name);

    public Task<string> ReadTextAsync(string path) => _client.GetStringAsync(path, Stop);

    public async Task AddAsync(params object[] rows)
    {
        await using var scope = _app.Services.CreateAsyncScope();
        var database = scope.ServiceProvider.GetRequiredService<SceneDbContext>();
        database.AddRange(rows);
        await database.SaveChangesAsync(Stop);
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _app.DisposeAsync();
        await _database.DisposeAsync();
        _folder.Dispose();
    }

    private static async Task<(int Status, JsonElement Body)> ReadAsync(HttpResponseMessage answer)
    {
        using (answer)
        {
            return ((int)answer.StatusCode, await answer.Content.ReadFromJsonAsync<JsonElement>(Stop));
        }
    }
}
