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
