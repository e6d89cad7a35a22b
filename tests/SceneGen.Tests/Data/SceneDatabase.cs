using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using SceneGen.Data;
using SceneGen.Tests.Databases;

namespace SceneGen.Tests.Data;

/// <summary>A database as the service has it by its connection string.</summary>
internal sealed class SceneDatabase(TestDatabase database) : IAsyncDisposable
{
    private readonly ServiceProvider _services = Serve(database.ConnectionString);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async Task<IReadOnlyList<string>> MigrateAsync()
    {
        await using var scope = _services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<SceneMigrator>().MigrateAsync(Stop);
    }

    /// <summary>As a version of then had left it.</summary>
    public Task MigrateToAsync(string migration)
        => WithAsync(async context =>
        {
            await context.CreateDatabaseAsync(Stop);
            await context.GetService<IMigrator>().MigrateAsync(migration, Stop);
            return true;
        });

    public Task MakeOfModelAsync() => WithAsync(context => context.Database.EnsureCreatedAsync(Stop));

    public Task ExecuteAsync(string sql) => WithAsync(context => context.Database.ExecuteSqlRawAsync(sql, Stop));

    /// <summary>The lines of a query with one column.</summary>
    public Task<List<string>> ReadAsync(string query)
        => WithAsync(context => context.Database.SqlQueryRaw<string>(query).ToListAsync(Stop));

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        await database.DisposeAsync();
    }

    private static ServiceProvider Serve(string connection)
        => new ServiceCollection()
            .AddLogging()
            .AddData(new ConfigurationBuilder()
                .AddInMemoryCollection([new("ConnectionStrings:Database", connection)])
                .Build())
            .BuildServiceProvider(validateScopes: true);

    private async Task<T> WithAsync<T>(Func<SceneDbContext, Task<T>> work)
    {
        await using var scope = _services.CreateAsyncScope();
        return await work(scope.ServiceProvider.GetRequiredService<SceneDbContext>());
    }
}
