using Microsoft.EntityFrameworkCore;
using Npgsql;
using SceneGen.Data;
using SceneGen.Data.Postgres;

namespace SceneGen.Scenes.Live.Wire;

/// <summary>The way between the instances on one PostgreSQL. On SQLite there is one process, and no way.</summary>
internal sealed class PostgresWire(IServiceScopeFactory scopes)
{
    private const string Channel = "scenegen_changes";
    private const int KeepAliveSeconds = 15;

    public bool IsThere => Ask(database => database is PostgresSceneDbContext);

    /// <summary>Many notices are one statement.</summary>
    public async Task SendAsync(string[] notices, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<SceneDbContext>().Database.ExecuteSqlAsync(
            $"SELECT pg_notify({Channel}, notice) FROM unnest({notices}) AS notice", cancellationToken);
    }

    /// <summary>Hears until the connection, which is its own for it can do nothing else, is lost.</summary>
    public async Task ListenAsync(Action begun, Action<string> hear, CancellationToken cancellationToken)
    {
        await using var connection = new NpgsqlConnection(ConnectionString());
        connection.Notification += (_, notification) => hear(notification.Payload);
        await connection.OpenAsync(cancellationToken);
        await using (var listen = new NpgsqlCommand($"LISTEN {Channel}", connection))
        {
            await listen.ExecuteNonQueryAsync(cancellationToken);
        }

        begun();
        while (true)
        {
            await connection.WaitAsync(cancellationToken);
        }
    }

    private string ConnectionString()
        => new NpgsqlConnectionStringBuilder(Ask(database => database.Database.GetConnectionString()))
        {
            Pooling = false,
            KeepAlive = KeepAliveSeconds,
            ApplicationName = "scenegen listener",
        }.ConnectionString;

    private T Ask<T>(Func<SceneDbContext, T> question)
    {
        using var scope = scopes.CreateScope();
        return question(scope.ServiceProvider.GetRequiredService<SceneDbContext>());
    }
}
