using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace SceneGen.Tests.Databases;

public sealed class PostgresDatabase : TestDatabase
{
    private const string Variable = "SCENEGEN_POSTGRES";

    private readonly string _name = $"test_{Guid.NewGuid():N}";

    public static string Server => Environment.GetEnvironmentVariable(Variable) ?? throw new InvalidOperationException(
        $"This test needs PostgreSQL: run 'bash compose/services.sh up postgres' and set {Variable} as it says.");

    public override string ConnectionString => $"{Server};Database={_name}";

    public override void Use(DbContextOptionsBuilder options) => options.UseNpgsql(ConnectionString);

    /// <summary>Breaks the connections that name themselves so. Returns how many there were.</summary>
    public async Task<int> EndSessionsAsync(string applicationName)
    {
        await using var connection = new NpgsqlConnection($"{Server};Database=postgres;Pooling=false");
        await connection.OpenAsync();
        await using var end = connection.CreateCommand();
        end.CommandText = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = $1 AND application_name = $2";
        end.Parameters.Add(new NpgsqlParameter { Value = _name });
        end.Parameters.Add(new NpgsqlParameter { Value = applicationName });
        await using var ended = await end.ExecuteReaderAsync();
        var count = 0;
        while (await ended.ReadAsync())
        {
            count++;
        }

        return count;
    }

    public override async ValueTask DisposeAsync()
    {
        await using (var pooled = new NpgsqlConnection(ConnectionString))
        {
            NpgsqlConnection.ClearPool(pooled);
        }

        await using var connection = new NpgsqlConnection($"{Server};Database=postgres;Pooling=false");
        await connection.OpenAsync();
        await using var drop = connection.CreateCommand();
        drop.CommandText = $"DROP DATABASE IF EXISTS {_name} WITH (FORCE)";
        await drop.ExecuteNonQueryAsync();
    }
}
