using MassTransit;
using SceneGen.Persistence.Tests.Outbox.Infrastructure;
using SceneGen.Persistence.Tests.Outbox.Infrastructure.Grounds;
using SceneGen.Persistence.Tests.Scheduling;
using SceneGen.Tests.Databases;

namespace SceneGen.Persistence.Tests.Outbox;

public abstract class When_the_round_trips_are_counted(Ground ground) : OutboxSituation(ground)
{
    [Fact(Timeout = Timeout)]
    public async Task a_step_that_updates_says_and_schedules_is_one_transaction_and_one_removal()
    {
        var counted = new Witness();
        var host = await StartAsync(
            bus => bus.AddSagaStateMachine<SpeakingStateMachine, Cart>()
                .EntityFrameworkRepository(repository => repository.ExistingDbContext<ShopDbContext>()),
            outbox => outbox.LongestSleep = TimeSpan.FromDays(1),
            database: options => options.AddInterceptors(new Counter(counted)));
        var id = NewId.NextGuid();
        await host.Bus.Publish(new Begin(id), Stop);
        await UntilAsync(async () => await host.CartAsync(id) is not null);
        await UntilAsync(() => counted.All<string>().Contains("COMMIT"));
        var before = counted.All<string>().Count;

        await host.Bus.Publish(new Step(id, 1), Stop);

        await UntilAsync(() => counted.All<string>().Skip(before).Any(Removes));
        var asked = counted.All<string>().Skip(before).ToList();
        TestContext.Current.TestOutputHelper!.WriteLine($"{asked.Count} round trips:\n{string.Join("\n---\n", asked)}");
        Assert.InRange(asked.Count, 1, 6);
        Assert.Equal(1, asked.Count(text => text == "COMMIT"));
        Assert.Equal(1, asked.Count(Removes));
        Assert.Equal(2, InsertsInto("outbox"));
        Assert.Equal(1, InsertsInto("inbox"));

        // One text may hold several statements, and a database may want a table's name quoted.
        int InsertsInto(string table)
            => asked.Sum(text => text.Replace("\"", "", StringComparison.Ordinal).Split($"INSERT INTO {table} ").Length - 1);
    }

    private static bool Removes(string text) => text.StartsWith("DELETE", StringComparison.Ordinal);

    public sealed class On_SQLite() : When_the_round_trips_are_counted(new InMemory<SqliteDatabase>());

    public sealed class On_PostgreSQL() : When_the_round_trips_are_counted(new InMemory<PostgresDatabase>());

    public sealed class On_RabbitMQ() : When_the_round_trips_are_counted(new OnRabbitMq());
}
