using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace SceneGen.Tests.Databases;

/// <summary>
/// One database for the tests of a class, each of which finds it empty: to make a database takes longer than most of them.
/// </summary>
public sealed class KeptPostgres : IAsyncDisposable
{
    private readonly PostgresDatabase _kept = new();

    /// <summary>For one test; whoever uses it first makes its tables.</summary>
    public TestDatabase Database => new Lent(_kept);

    public ValueTask DisposeAsync() => _kept.DisposeAsync();

    private sealed class Lent(PostgresDatabase kept) : TestDatabase
    {
        // Rows may refer to one another, and go in any order.
        private const string Empty = """
            SET session_replication_role = replica;
            DO $$
            DECLARE name text;
            BEGIN
                FOR name IN
                    SELECT format('%I.%I', schemaname, tablename) FROM pg_tables
                    WHERE schemaname = current_schema() AND tablename <> '__EFMigrationsHistory'
                LOOP
                    EXECUTE 'DELETE FROM ' || name;
                END LOOP;
            END $$
            """;

        public override string ConnectionString => kept.ConnectionString;

        public override void Use(DbContextOptionsBuilder options) => kept.Use(options);

        public override async ValueTask DisposeAsync()
        {
            await using var connection = new NpgsqlConnection($"{kept.ConnectionString};Pooling=false");
            await connection.OpenAsync();
            await using var empty = connection.CreateCommand();
            empty.CommandText = Empty;
            await empty.ExecuteNonQueryAsync();
        }
    }
}
