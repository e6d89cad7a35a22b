using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace SceneGen.Persistence.Tests.Outbox.Infrastructure;

public sealed class SqliteFile : TestDatabase
{
    private readonly string _directory = Directory.CreateTempSubdirectory("outbox-").FullName;

    private string ConnectionString => $"Data Source={Path.Combine(_directory, "outbox.db")}";

    public override void Use(DbContextOptionsBuilder options) => options.UseSqlite(ConnectionString);

    public override Task PrepareAsync(DbContext database, CancellationToken cancellationToken)
        => database.Database.ExecuteSqlRawAsync("PRAGMA journal_mode = WAL", cancellationToken);

    public override ValueTask DisposeAsync()
    {
        using (var connection = new SqliteConnection(ConnectionString))
        {
            SqliteConnection.ClearPool(connection);
        }

        Directory.Delete(_directory, recursive: true);
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }
}
