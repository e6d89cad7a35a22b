using System.Diagnostics.Metrics;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using SceneGen.Data;
using SceneGen.Observability;
using SceneGen.Observability.Exposition;
using SceneGen.Observability.Metrics;
using SceneGen.Tests.Databases;

namespace SceneGen.Tests.Observability;

/// <summary>All of the service as it is composed, watched and not started.</summary>
internal sealed class WholeService : IAsyncDisposable
{
    private readonly TestDatabase _database;
    private readonly WebApplication _app;

    private WholeService(TestDatabase database)
    {
        _database = database;
        var builder = WebApplication.CreateBuilder();
        builder.Configuration["Replicate:ApiToken"] = "r8_nobody";
        builder.Configuration["ConnectionStrings:Database"] = database.ConnectionString;
        builder.AddSceneGen();
        builder.Logging.ClearProviders();
        _app = builder.Build();
    }

    public IServiceProvider Services => _app.Services;

    public IMeterFactory Meters => Services.GetRequiredService<IMeterFactory>();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static async Task<WholeService> ComposeAsync(TestDatabase? database = null)
    {
        var service = new WholeService(database ?? new SqliteDatabase());
        var watch = service.Services.GetServices<IHostedService>().OfType<Watch>().Single();
        await watch.StartAsync(Stop);
        service.Services.GetRequiredService<SceneMeter>();
        service.Services.GetRequiredService<ProviderMeter>();
        service.Services.GetRequiredService<StoreMeter>();
        service.Services.GetRequiredService<CallbackMeter>();
        service.Services.GetRequiredService<QuotaMeter>();
        return service;
    }

    public async Task UseAsync(Func<SceneDbContext, Task> work)
    {
        await using var scope = Services.CreateAsyncScope();
        await work(scope.ServiceProvider.GetRequiredService<SceneDbContext>());
    }

    public Task MakeTablesAsync() => UseAsync(database => database.Database.EnsureCreatedAsync(Stop));

    public Task AddAsync(params object[] rows)
        => UseAsync(async database =>
        {
            database.AddRange(rows);
            await database.SaveChangesAsync(Stop);
        });

    public string Expose() => Services.GetRequiredService<MetricCollector>().Write();

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        await _database.DisposeAsync();
    }
}
