using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using SceneGen.Data;
using SceneGen.Data.Leases;
using SceneGen.Data.Sqlite;
using SceneGen.Tests.Databases;

namespace SceneGen.Tests.Data;

public sealed class When_two_add_the_same_row : IAsyncLifetime
{
    private readonly SqliteDatabase _database = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        await using var context = Open();
        await context.Database.EnsureCreatedAsync(Stop);
    }

    public ValueTask DisposeAsync() => _database.DisposeAsync();

    [Fact]
    public async Task the_first_has_added_it_and_the_second_has_not()
    {
        Assert.True(await TryAddAsync(Open()));
        Assert.False(await TryAddAsync(Open()));
    }

    /// <summary>A message that fails so is tried again when the database is back; an error of the row's would set it aside.</summary>
    [Fact]
    public async Task and_the_database_fails_as_the_second_looks_that_error_is_the_databases()
    {
        Assert.True(await TryAddAsync(Open()));

        var error = await Assert.ThrowsAnyAsync<Exception>(() => TryAddAsync(Open(new FailingReads())));

        Assert.True(DatabaseFault.IsPassing(error), $"{error}");
    }

    private static async Task<bool> TryAddAsync(SqliteSceneDbContext context)
    {
        await using (context)
        {
            return await context.TryAddAsync(
                new Lease { Name = "sweep", EndsAt = DateTimeOffset.UnixEpoch }, lease => lease.Name == "sweep", Stop);
        }
    }

    private SqliteSceneDbContext Open(params IInterceptor[] interceptors)
    {
        var options = new DbContextOptionsBuilder<SqliteSceneDbContext>();
        _database.Use(options);
        return new SqliteSceneDbContext(options.AddInterceptors(interceptors).Options);
    }
}
