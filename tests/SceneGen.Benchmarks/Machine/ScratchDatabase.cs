using Npgsql;

namespace SceneGen.Benchmarks.Machine;

/// <summary>A database of this run's own.</summary>
internal sealed class ScratchDatabase : IAsyncDisposable
{
    private readonly string _server;
    private readonly string _name = $"bench_{Guid.NewGuid():N}";

    private ScratchDatabase(string server) => _server = server;

    public string ConnectionString => $"{_server};Database={_name};Maximum Pool Size=64";

    public static async Task<ScratchDatabase> CreateAsync(Servers servers)
    {
        var database = new ScratchDatabase(servers.ConnectionString);
        await database.OnServerAsync($"CREATE DATABASE {database._name}");
        return database;
    }

    public async Task<T> AskAsync<T>(string sql)
    {
        await using var connection = new NpgsqlConnection($"{ConnectionString};Command Timeout=600");
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        return (T)(await command.ExecuteScalarAsync())!;
    }

    public Task RunAsync(string sql) => AskAsync<object>($"{sql}; SELECT 0");

    /// <summary>Transactions committed so far. A backend that has gone idle says so up to ten seconds later.</summary>
    public async Task<long> CommitsAsync()
    {
        await Task.Delay(TimeSpan.FromSeconds(11));
        return await AskAsync<long>($"SELECT xact_commit FROM pg_stat_database WHERE datname = '{_name}'");
    }

    public async ValueTask DisposeAsync()
    {
        NpgsqlConnection.ClearAllPools();
        await OnServerAsync($"DROP DATABASE {_name} WITH (FORCE)");
    }

    private async Task OnServerAsync(string sql)
    {
        await using var connection = new NpgsqlConnection($"{_server};Database=postgres;Pooling=false");
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
