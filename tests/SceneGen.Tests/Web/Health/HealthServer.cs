using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using SceneGen.Assets;
using SceneGen.Data;
using SceneGen.Generation;
using SceneGen.Replicate;
using SceneGen.Scenes.Outputs;
using SceneGen.Tests.Assets;
using SceneGen.Tests.Databases;
using SceneGen.Tests.Infrastructure;
using SceneGen.Tests.Replicate;
using SceneGen.Themes;
using SceneGen.Web.Health;

namespace SceneGen.Tests.Web.Health;

/// <summary>The probes on a free port, over parts that can be taken away.</summary>
internal sealed class HealthServer : IAsyncDisposable
{
    private readonly SqliteDatabase _database = new();
    private readonly TestFolder _folder = new();
    private readonly WebApplication _app;
    private readonly HttpClient _client = new();

    private HealthServer()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        foreach (var (key, value) in ReplicateCaller.Settings("http://127.0.0.1:1/v1"))
        {
            builder.Configuration[key] = value;
        }

        builder.Configuration["ConnectionStrings:Database"] = _database.ConnectionString;
        builder.Configuration["Storage:Path"] = Store;
        builder.Services.AddSingleton<TimeProvider>(Time);
        builder.Services.AddData(builder.Configuration);
        builder.Services.AddReplicate();
        builder.Services.AddGeneration();
        builder.Services.AddPictures();
        builder.Services.AddThemes();
        builder.Services.AddScoped<UnstoredOutputs>();
        builder.Services.AddHealth();
        _app = builder.Build();
        _app.MapHealth();
    }

    public ManualTime Time { get; } = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private string Store => _folder["store"];

    private string Elsewhere => _folder["elsewhere"];

    public static async Task<HealthServer> StartAsync()
    {
        var server = new HealthServer();
        await server._app.StartAsync(Stop);
        server._client.BaseAddress = new Uri(server._app.Urls.Single());
        return server;
    }

    public async Task<(int Status, JsonElement Body)> ReadyAsync()
    {
        using var answer = await _client.GetAsync("/health/ready", Stop);
        return ((int)answer.StatusCode, await answer.Content.ReadFromJsonAsync<JsonElement>(Stop));
    }

    public async Task<int> LiveAsync()
    {
        using var answer = await _client.GetAsync("/health/live", Stop);
        return (int)answer.StatusCode;
    }

    public void TakeStoreAway() => Directory.Move(Store, Elsewhere);

    public void GiveStoreBack() => Directory.Move(Elsewhere, Store);

    /// <summary>As in a backup that an older version made; returns the migration's name.</summary>
    public async Task<string> ForgetLastMigrationAsync()
    {
        await using var scope = _app.Services.CreateAsyncScope();
        var database = scope.ServiceProvider.GetRequiredService<SceneDbContext>().Database;
        var last = (await database.GetAppliedMigrationsAsync(Stop)).Last();
        await database.ExecuteSqlAsync($"DELETE FROM \"__EFMigrationsHistory\" WHERE \"MigrationId\" = {last}", Stop);
        return last;
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        if (Directory.Exists(Elsewhere))
        {
            GiveStoreBack();
        }

        await _app.DisposeAsync();
        await _database.DisposeAsync();
        _folder.Dispose();
    }
}
