using SceneGen.Persistence.Tests.Infrastructure;
using SceneGen.Persistence.Tests.Orders;
using SceneGen.Tests.Databases;

namespace SceneGen.Persistence.Tests;

public abstract class When_messages_of_one_saga_meet(SagaHarness<Order> harness)
{
    private const int Timeout = 60_000;

    [Fact(Timeout = Timeout)]
    public async Task forty_events_of_one_saga_at_once_all_count()
    {
        var order = await harness.PlaceAsync("forty");

        await harness.SayAsync([.. Enumerable.Range(0, 40).Select(_ => new LineAdded(order))]);

        await harness.UntilAsync(order, row => row!.Lines == 40);
        Assert.Equal(40, (await harness.FindAsync(order))!.Version);
    }

    [Fact(Timeout = Timeout)]
    public async Task what_a_losing_attempt_published_never_leaves()
    {
        var order = await harness.PlaceAsync("outbox");

        await harness.SayAsync([.. Enumerable.Range(0, 10).Select(_ => new LineAdded(order))]);
        await harness.UntilAsync(order, row => row!.Lines == 10);

        Assert.Equal(Enumerable.Range(1, 10), (await harness.CountedAsync(order, 10)).Order());
    }

    [Fact(Timeout = Timeout)]
    public async Task ten_first_events_of_one_saga_at_once_make_one_row()
    {
        var order = Guid.NewGuid();

        await harness.SayAsync([.. Enumerable.Range(0, 10).Select(_ => new OrderPlaced(order, "ten"))]);
        await harness.UntilAsync(order, row => row is not null);
        await harness.SayAsync(new LineAdded(order));

        await harness.UntilAsync(order, row => row!.Lines == 1);
    }

    [Fact(Timeout = Timeout)]
    public async Task ten_first_events_that_insert_make_one_row_and_all_count()
    {
        var order = Guid.NewGuid();

        await harness.SayAsync([.. Enumerable.Range(0, 10).Select(_ => new OrderImported(order))]);

        await harness.UntilAsync(order, row => row?.Lines == 10);
    }

    [Fact(Timeout = Timeout)]
    public async Task two_slow_first_events_make_one_row_and_both_count()
    {
        var order = Guid.NewGuid();

        await harness.SayAsync(new OrderSlowlyPlaced(order), new OrderSlowlyPlaced(order));

        await harness.UntilAsync(order, row => row?.Lines == 2);
    }

    [Fact(Timeout = Timeout)]
    public async Task events_that_each_mean_many_sagas_end_well()
    {
        var orders = new List<Guid>();
        for (var i = 0; i < 5; i++)
        {
            orders.Add(await harness.PlaceAsync("left"));
            orders.Add(await harness.PlaceAsync("right"));
        }

        await harness.SayAsync(
            [.. Enumerable.Range(0, 5).Select(_ => new CustomerRenamed("left", "right")),
            .. Enumerable.Range(0, 5).Select(_ => new CustomerRenamed("right", "left")),
            .. orders.Select(order => new LineAdded(order))]);

        foreach (var order in orders)
        {
            await harness.UntilAsync(order, row => row!.Lines == 1);
        }
    }

    public sealed class On_SQLite(MachineOn<SqliteDatabase, OrderStateMachine, Order> harness)
        : When_messages_of_one_saga_meet(harness), IClassFixture<MachineOn<SqliteDatabase, OrderStateMachine, Order>>;

    public sealed class On_PostgreSQL(MachineOn<PostgresDatabase, OrderStateMachine, Order> harness)
        : When_messages_of_one_saga_meet(harness), IClassFixture<MachineOn<PostgresDatabase, OrderStateMachine, Order>>, IDisposable
    {
        /// <summary>Rows are locked there: who comes second waits, and nobody tries in vain.</summary>
        public void Dispose() => Assert.Equal(0, harness.Failed.Count);
    }
}
