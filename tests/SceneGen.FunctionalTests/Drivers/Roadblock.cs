using Npgsql;

namespace SceneGen.FunctionalTests.Drivers;

/// <summary>Holds up one statement in the database, so that whoever waits for it can be killed at that very point.</summary>
public sealed class Roadblock : IAsyncDisposable
{
    private const int Lock = 740_001;

    private const string Waiting = """
        SELECT pid FROM pg_locks
        WHERE locktype = 'advisory' AND NOT granted
          AND database = (SELECT oid FROM pg_database WHERE datname = current_database())
        """;

    private readonly Database _database;
    private readonly NpgsqlConnection _connection;
    private readonly string _table;

    private Roadblock(Database database, NpgsqlConnection connection, string table)
        => (_database, _connection, _table) = (database, connection, table);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <summary>Before the change is made, so before its transaction can be committed.</summary>
    public static Task<Roadblock> BeforeAsync(Database database, string change, string table, string condition = "true")
        => BuildAsync(database, table, $"""
            CREATE TRIGGER held BEFORE {change} ON {table} FOR EACH ROW WHEN ({condition}) EXECUTE FUNCTION hold()
            """);

    /// <summary>In the commit: the one who waits has said its last word and hears no answer.</summary>
    public static Task<Roadblock> InCommitOfAsync(Database database, string change, string table, string condition = "true")
        => BuildAsync(database, table, $"""
            CREATE CONSTRAINT TRIGGER held AFTER {change} ON {table} DEFERRABLE INITIALLY DEFERRED
            FOR EACH ROW WHEN ({condition}) EXECUTE FUNCTION hold()
            """);

    /// <summary>The name of an instance that stands before it.</summary>
    public Task<string> WhoWaitsAsync()
        => Eventually.IsFoundAsync(
            async () => await _database.ReadAsync(
                $"SELECT a.application_name FROM pg_stat_activity a WHERE a.pid IN ({Waiting})",
                row => row.GetString(0)) is [var instance, ..] ? instance : null,
            "an instance stands before the roadblock");

    /// <summary>What waits is undone: else a statement would be carried out though the one who sent it is dead.</summary>
    public async Task BreakOffAsync()
    {
        await _database.CountAsync($"({Waiting}) AS waiting WHERE pg_terminate_backend(waiting.pid)");
        await LiftAsync();
    }

    public Task LiftAsync() => RunAsync(_connection, $"SELECT pg_advisory_unlock({Lock})");

    public async ValueTask DisposeAsync()
    {
        // The lock ends with its session, should the test have failed before it was lifted.
        await _connection.DisposeAsync();
        await _database.ExecuteAsync($"DROP TRIGGER held ON {_table}");
    }

    private static async Task<Roadblock> BuildAsync(Database database, string table, string trigger)
    {
        var connection = await database.OpenAsync();
        await RunAsync(connection, $"SELECT pg_advisory_lock({Lock})");
        await RunAsync(connection, $$"""
            CREATE OR REPLACE FUNCTION hold() RETURNS trigger LANGUAGE plpgsql AS $$
            BEGIN
              PERFORM pg_advisory_xact_lock_shared({{Lock}});
              RETURN CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
            END $$
            """);
        await RunAsync(connection, trigger);
        return new Roadblock(database, connection, table);
    }

    private static async Task RunAsync(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(Stop);
    }
}
