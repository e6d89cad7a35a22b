using SceneGen.Tests.Databases;

namespace SceneGen.FunctionalTests;

public abstract class When_the_operator_migrates(TestDatabase database) : IAsyncLifetime
{
    [Fact]
    public async Task it_says_what_it_applied_and_then_that_nothing_is_left()
    {
        Assert.Contains("Applied 20260101000000_InitialSchema, 20260102000000_Outbox", await MigrateAsync(), StringComparison.Ordinal);
        Assert.Contains("nothing was applied", await MigrateAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task in_three_processes_at_once_one_does_it_and_all_succeed()
    {
        var outputs = await Task.WhenAll(MigrateAsync(), MigrateAsync(), MigrateAsync());

        Assert.Single(outputs, output => output.Contains("Applied", StringComparison.Ordinal));
    }

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return database.DisposeAsync();
    }

    private async Task<string> MigrateAsync()
    {
        await using var process = new SceneGenProcess(
            "SceneGen.dll", ("ConnectionStrings__Database", database.ConnectionString));
        Assert.Equal(0, await process.EndAsync("migrate"));
        return process.Output;
    }

    public sealed class On_SQLite() : When_the_operator_migrates(new SqliteDatabase());

    public sealed class On_PostgreSQL() : When_the_operator_migrates(new PostgresDatabase());
}
