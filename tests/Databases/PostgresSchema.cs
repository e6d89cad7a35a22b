using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace SceneGen.Tests.Databases;

/// <summary>
/// A schema of a test's own in a database that is there, for many short tests: to make a database takes longer than they do.
/// </summary>
public sealed class PostgresSchema : TestDatabase
{
    private readonly string _database = $"{PostgresDatabase.Server};Database=postgres";
    private readonly string _name = $"test_{Guid.NewGuid():N}";

    public PostgresSchema()
    {
        using var connection = new NpgsqlConnection(_database);
        connection.Open();
        using var create = connection.CreateCommand();
        create.CommandText = $"CREATE SCHEMA {_name}";
        create.ExecuteNonQuery();
    }

    public override string ConnectionString => $"{_database};Search Path={_name}";

    public override void Use(DbContextOptionsBuilder options) => options.UseNpgsql(ConnectionString);

    public override async ValueTask DisposeAsync()
    {
        await using (var pooled = new NpgsqlConnection(ConnectionString))
        {
            NpgsqlConnection.ClearPool(pooled);
        }

        await using var connection = new NpgsqlConnection(_database);
        await connection.OpenAsync();
        await using var drop = connection.CreateCommand();
        drop.CommandText = $"DROP SCHEMA {_name} CASCADE";
        await drop.ExecuteNonQueryAsync();
    }
}
