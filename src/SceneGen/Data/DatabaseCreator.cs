using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace SceneGen.Data;

/// <summary>Makes the database file and its tables before anything else starts.</summary>
internal sealed class DatabaseCreator(IServiceScopeFactory scopes) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var database = scope.ServiceProvider.GetRequiredService<SceneDbContext>().Database;

        var file = new SqliteConnectionStringBuilder(database.GetConnectionString()).DataSource;
        if (Path.GetDirectoryName(Path.GetFullPath(file)) is { } folder)
        {
            Directory.CreateDirectory(folder);
        }

        await database.EnsureCreatedAsync(cancellationToken);

        // Readers do not wait for the writer. The file remembers the mode.
        await database.ExecuteSqlRawAsync("PRAGMA journal_mode = WAL", cancellationToken);
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
