using Npgsql;

namespace SceneGen.Tests.Running.Drivers;

/// <summary>Looks into a database from outside, and is the operator who changes something there.</summary>
public sealed class Database(string server, string name)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <summary>Unpooled: no connection of an earlier life of the server is met again.</summary>
    public string ConnectionString { get; } = $"{server};Database={name};Pooling=false";

    /// <summary>As the service is given it: what an instance does is seen under its name.</summary>
    public string ConnectionStringOf(string instance) =>
        $"{server};Database={name};Application Name={instance};Password={Secrets.DatabasePassword}";

    public async Task<NpgsqlConnection> OpenAsync()
    {
        var connection = new NpgsqlConnection(ConnectionString);
        await connection.OpenAsync(Stop);
        return connection;
    }

    public async Task<IReadOnlyList<T>> ReadAsync<T>(string sql, Func<NpgsqlDataReader, T> read)
    {
        await using var connection = await OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await using var reader = await command.ExecuteReaderAsync(Stop);
        var rows = new List<T>();
        while (await reader.ReadAsync(Stop))
        {
            rows.Add(read(reader));
        }

        return rows;
    }

    public async Task<long> CountAsync(string from)
        => (await ReadAsync($"SELECT count(*) FROM {from}", row => row.GetInt64(0))).Single();

    public async Task<int> ExecuteAsync(string sql)
    {
        await using var connection = await OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteNonQueryAsync(Stop);
    }

    /// <summary>Nobody has to wait for the lease of whoever was killed.</summary>
    public async Task EndLeasesAsync()
    {
        await ExecuteAsync("""UPDATE outbox SET "VisibleAt" = now() WHERE "DueAt" IS NULL OR "DueAt" <= now()""");
        await ExecuteAsync("""UPDATE generation_intents SET "LeaseEndsAt" = now() WHERE "PredictionId" IS NULL""");
    }

    public async Task DropAsync()
    {
        await using var connection = new NpgsqlConnection($"{server};Database=postgres;Pooling=false");
        await connection.OpenAsync(CancellationToken.None);
        await using var drop = new NpgsqlCommand($"DROP DATABASE IF EXISTS {name} WITH (FORCE)", connection);
        await drop.ExecuteNonQueryAsync(CancellationToken.None);
    }
}
