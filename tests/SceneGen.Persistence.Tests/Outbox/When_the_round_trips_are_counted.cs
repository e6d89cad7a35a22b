using MassTransit;
using SceneGen.Persistence.Tests.Outbox.Infrastructure;
using SceneGen.Persistence.Tests.Outbox.Infrastructure.Grounds;
using SceneGen.Persistence.Tests.Scheduling;
using SceneGen.Tests.Databases;

namespace SceneGen.Persistence.Tests.Outbox;

public abstract class When_the_round_trips_are_counted(Ground ground, int most, int mostToSetAgain)
    : OutboxSituation(ground)
{
    private readonly Witness _counted = new();
    private readonly Guid _id = NewId.NextGuid();

    [Fact(Timeout = Timeout)]
    public async Task a_step_that_updates_says_and_schedules_is_one_transaction_and_one_removal()
    {
        var host = await BeginAsync();

        var asked = await AskedForAsync(() => host.Bus.Publish(new Step(_id, 1), Stop));

        Assert.InRange(asked.Count, 1, most);
        Assert.Equal(1, asked.Count(text => text == "COMMIT"));
        Assert.Equal(1, asked.Count(Removes));
        Assert.Equal(2, InsertsInto("outbox", asked));
        Assert.Equal(1, InsertsInto("inbox", asked));
    }

    [Fact(Timeout = Timeout)]
    public async Task to_set_the_timer_again_is_one_transaction_too()
    {
        var host = await BeginAsync();
        await AskedForAsync(() => host.Bus.Publish(new Step(_id, 1), Stop));

        var asked = await AskedForAsync(() => host.Bus.Publish(new Step(_id, 2), Stop), removals: 2);

        Assert.InRange(asked.Count, 1, mostToSetAgain);
        Assert.Equal(1, asked.Count(text => text == "COMMIT"));
    }

    private async Task<OutboxHost> BeginAsync()
    {
        var host = await StartAsync(
            bus => bus.AddSagaStateMachine<SpeakingStateMachine, Cart>()
                .EntityFrameworkRepository(repository => repository.ExistingDbContext<ShopDbContext>()),
            outbox => outbox.LongestSleep = TimeSpan.FromDays(1),
            database: options => options.AddInterceptors(new Counter(_counted)));
        await UntilAsync(() => _counted.All<string>().Any(SeesNothingToDo));
        await host.Bus.Publish(new Begin(_id), Stop);
        await UntilAsync(() => _counted.All<string>().Contains("COMMIT"));
        return host;
    }

    private async Task<List<string>> AskedForAsync(Func<Task> act, int removals = 1)
    {
        var before = _counted.Count<string>();
        await act();
        await UntilAsync(() => _counted.All<string>().Skip(before).Count(Removes) == removals);
        var asked = _counted.All<string>().Skip(before).ToList();
        TestContext.Current.TestOutputHelper!.WriteLine($"{asked.Count} round trips:\n{string.Join("\n---\n", asked)}");
        return asked;
    }

    /// <summary>The sweeper's last words before it sleeps.</summary>
    private static bool SeesNothingToDo(string text)
        => Unquoted(text).StartsWith("SELECT o.VisibleAt", StringComparison.Ordinal);

    private static bool Removes(string text) => text.StartsWith("DELETE", StringComparison.Ordinal);

    /// <summary>One text may hold several statements.</summary>
    private static int InsertsInto(string table, IEnumerable<string> asked)
        => asked.Sum(text => Unquoted(text).Split($"INSERT INTO {table} ").Length - 1);

    private static string Unquoted(string text) => text.Replace("\"", "", StringComparison.Ordinal);

    /// <summary>It is asked one statement at a time, in this process.</summary>
    public sealed class On_SQLite()
        : When_the_round_trips_are_counted(new InMemory<SqliteDatabase>(), most: 7, mostToSetAgain: 10);

    public sealed class On_PostgreSQL()
        : When_the_round_trips_are_counted(new InMemory<PostgresSchema>(), most: 4, mostToSetAgain: 5);

    public sealed class On_RabbitMQ()
        : When_the_round_trips_are_counted(new OnRabbitMq(), most: 4, mostToSetAgain: 5);
}
