using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Npgsql;
using SceneGen.Data.Erasing;
using SceneGen.Data.Leases;
using SceneGen.Data.Postgres;
using SceneGen.Data.Retention;
using SceneGen.Data.Sqlite;
using SceneGen.Operations.Audit;

namespace SceneGen.Data;

internal static class DataRegistration
{
    private const string DefaultDatabase = "Data Source=data/scenegen.db";

    public static IServiceCollection AddData(this IServiceCollection services, IConfiguration configuration)
    {
        var given = configuration.GetConnectionString("Database")?.Trim();
        services.AddDatabase(string.IsNullOrEmpty(given) ? DefaultDatabase : given);
        services.AddScoped<SceneMigrator>();
        services.AddScoped<WorkLeases>();
        services.AddSingleton<SoleWork>();
        services.AddScoped<OperatorAudit>();
        services.AddHostedService<MigrationAtStart>();
        services.AddRetention();
        services.AddErasing();
        return services;
    }

    private static void AddDatabase(this IServiceCollection services, string connection)
    {
        if (IsFor("Host=", () => new NpgsqlConnectionStringBuilder(connection)))
        {
            services.AddDbContextPool<SceneDbContext, PostgresSceneDbContext>(
                options => options.UseNpgsql(PostgresConnection.Of(connection)).LockOwnMigrations());
        }
        else if (IsFor("Data Source=", () => new SqliteConnectionStringBuilder(connection)))
        {
            services.AddDbContextPool<SceneDbContext, SqliteSceneDbContext>(
                options => options.UseSqlite(connection).LockOwnMigrations());
        }
        else
        {
            throw new InvalidOperationException(
                "ConnectionStrings:Database names neither a PostgreSQL server nor a SQLite file: write 'Host=' and a server, "
                + "such as Host=127.0.0.1;Database=scenegen;Username=scenegen, or 'Data Source=' and a path, such as "
                + "Data Source=data/scenegen.db.");
        }

        bool IsFor(string start, Func<DbConnectionStringBuilder> read)
            => connection.StartsWith(start, StringComparison.OrdinalIgnoreCase) && CanBeRead(read);
    }

    private static bool CanBeRead(Func<DbConnectionStringBuilder> read)
    {
        try
        {
            return read() is not null;
        }
        catch (ArgumentException)
        {
            // What the exception says may hold a part of a password.
            return false;
        }
    }

    // Entity Framework's own lock on SQLite is a row that outlives a killed process; SceneMigrator holds a better one.
    private static void LockOwnMigrations(this DbContextOptionsBuilder options)
        => options.ConfigureWarnings(warnings => warnings.Ignore(RelationalEventId.MigrationsUserTransactionWarning));
}
