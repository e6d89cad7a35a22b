using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SceneGen.Data;
using SceneGen.Data.Sqlite;
using SceneGen.Tests.Databases;

namespace SceneGen.Tests.Data;

/// <summary>A database of the service's that answers nothing from when the test begins its silence until it ends it.</summary>
internal sealed class SilentDatabase : IAsyncDisposable
{
    private readonly SqliteDatabase _database = new();
    private readonly ServiceProvider _services;

    private SilentDatabase()
        => _services = new ServiceCollection()
            .AddDbContext<SceneDbContext, SqliteSceneDbContext>(
                options => options.UseSqlite(_database.ConnectionString).AddInterceptors(Silence))
            .BuildServiceProvider();

    public Silence Silence { get; } = new();

    public IServiceScopeFactory Scopes => _services.GetRequiredService<IServiceScopeFactory>();

    public static async Task<SilentDatabase> OpenAsync(CancellationToken stop)
    {
        var database = new SilentDatabase();
        await using var scope = database._services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<SceneDbContext>().Database.EnsureCreatedAsync(stop);
        return database;
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        await _database.DisposeAsync();
    }
}
