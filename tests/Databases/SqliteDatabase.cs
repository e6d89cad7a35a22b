using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace SceneGen.Tests.Databases;

public sealed class SqliteDatabase : TestDatabase
{
    private readonly string _folder = Directory.CreateTempSubdirectory("scenegen-").FullName;

    public SqliteDatabase()
    {
        using var connection = new SqliteConnection(ConnectionString);
        connection.Open();
        using var readersDoNotWait = connection.CreateCommand();
        readersDoNotWait.CommandText = "PRAGMA journal_mode = WAL";
        readersDoNotWait.ExecuteNonQuery();
    }

    public override string ConnectionString => $"Data Source={Path.Combine(_folder, "test.db")}";

    public override void Use(DbContextOptionsBuilder options) => options.UseSqlite(ConnectionString);

    public override ValueTask DisposeAsync()
    {
        using var connection = new SqliteConnection(ConnectionString);
        SqliteConnection.ClearPool(connection);
        Directory.Delete(_folder, recursive: true);
        return ValueTask.CompletedTask;
    }
}
