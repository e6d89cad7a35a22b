using MassTransit;
using SceneGen.Persistence.Tests.Infrastructure;
using SceneGen.Persistence.Tests.Orders;
using SceneGen.Tests.Databases;

namespace SceneGen.Persistence.Tests;

public abstract class When_sagas_are_kept_in_a_database(SagaHarness<Order> harness)
{
    private const int Timeout = 60_000;

    [Fact(Timeout = Timeout)]
    public async Task the_first_event_makes_the_row_and_the_next_ones_change_it()
    {
        var order = await harness.PlaceAsync("first");

        await harness.SayAsync(new LineAdded(order));

        await harness.UntilAsync(order, row => row is { Lines: 1, CurrentState: "Open" });
    }

    [Fact(Timeout = Timeout)]
    public async Task an_event_that_names_no_id_reaches_every_saga_it_fits()
    {
        var orders = new[] { await harness.PlaceAsync("before"), await harness.PlaceAsync("before"), await harness.PlaceAsync("other") };

        await harness.SayAsync(new CustomerRenamed("before", "after"));

        await harness.UntilAsync(orders[0], row => row!.Customer == "after");
        await harness.UntilAsync(orders[1], row => row!.Customer == "after");
        Assert.Equal("other", (await harness.FindAsync(orders[2]))!.Customer);
    }

    [Fact(Timeout = Timeout)]
    public async Task a_saga_that_is_finished_leaves_no_row()
    {
        var order = await harness.PlaceAsync("dropped");

        await harness.SayAsync(new OrderDropped(order));

        await harness.UntilAsync(order, row => row is null);
    }

    [Fact(Timeout = Timeout)]
    public async Task the_test_harness_of_the_bus_finds_them()
    {
        var order = await harness.PlaceAsync("harness");

        Assert.Equal(order, await harness.Sagas.Exists(order));
        Assert.Equal([order], await harness.Sagas.Match(row => row.Customer == "harness"));
        Assert.Null(await harness.Sagas.NotExists(Guid.NewGuid()));
    }

    [Fact(Timeout = Timeout)]
    public async Task what_reads_only_leaves_the_row_as_it_was()
    {
        var order = await harness.PlaceAsync("peeked");

        var first = await harness.AskAsync<OrderPeeked, OrderCounted>(new OrderPeeked(order));
        var second = await harness.AskAsync<OrderPeeked, OrderCounted>(new OrderPeeked(order));

        Assert.Equal((100, 100), (first.Lines, second.Lines));
        Assert.Equal((0, 0), ((await harness.FindAsync(order))!.Lines, (await harness.FindAsync(order))!.Version));
    }

    [Fact(Timeout = Timeout)]
    public async Task a_saga_that_ends_as_it_begins_never_has_a_row()
    {
        var order = Guid.NewGuid();

        await harness.SayAsync(new OrderRefused(order));

        await harness.ConsumedAsync<OrderRefused>(refused => refused.OrderId == order);
        Assert.Null(await harness.FindAsync(order));
    }

    [Fact(Timeout = Timeout)]
    public async Task an_event_of_a_saga_that_just_ended_holds_up_nobody()
    {
        var order = await harness.PlaceAsync("ended");
        var other = await harness.PlaceAsync("goes on");

        await harness.SayAsync(new OrderDropped(order), new LineAdded(order), new LineAdded(order));
        await harness.SayAsync(new LineAdded(order), new LineAdded(other));

        await harness.UntilAsync(order, row => row is null);
        await harness.UntilAsync(other, row => row!.Lines == 1);
    }

    [Fact(Timeout = Timeout)]
    public async Task an_event_without_its_saga_is_heard_of()
    {
        var order = Guid.NewGuid();

        await harness.SayAsync(new LineAdded(order));

        Assert.True(await harness.Bus.Published.Any<LineMissed>(
            missed => missed.Context.Message.OrderId == order, TestContext.Current.CancellationToken));
        Assert.Null(await harness.FindAsync(order));
    }

    [Fact(Timeout = Timeout)]
    public async Task what_throws_changes_and_publishes_nothing()
    {
        var order = await harness.PlaceAsync("spoiled");

        await harness.SayAsync(new LineSpoiled(order));

        Assert.True(await harness.Bus.Published.Any<Fault<LineSpoiled>>(
            fault => fault.Context.Message.Message.OrderId == order, TestContext.Current.CancellationToken));
        Assert.Equal(0, (await harness.FindAsync(order))!.Lines);
        await harness.SayAsync(new LineAdded(order));
        await harness.UntilAsync(order, row => row!.Lines == 1);
        Assert.Equal([1], await harness.CountedAsync(order, 1));
    }

    [Fact(Timeout = Timeout)]
    public async Task a_request_finds_its_saga_by_another_property_or_begins_one()
    {
        var first = await harness.AskAsync<CustomerCounted, OrderCounted>(new CustomerCounted("counted"));
        await harness.SayAsync(new LineAdded(first.OrderId));
        await harness.UntilAsync(first.OrderId, row => row!.Lines == 1);

        var second = await harness.AskAsync<CustomerCounted, OrderCounted>(new CustomerCounted("counted"));

        Assert.Equal(new OrderCounted(first.OrderId, 1), second);
    }

    public sealed class On_SQLite(MachineOn<SqliteDatabase, OrderStateMachine, Order> harness)
        : When_sagas_are_kept_in_a_database(harness), IClassFixture<MachineOn<SqliteDatabase, OrderStateMachine, Order>>;

    public sealed class On_PostgreSQL(MachineOn<PostgresDatabase, OrderStateMachine, Order> harness)
        : When_sagas_are_kept_in_a_database(harness), IClassFixture<MachineOn<PostgresDatabase, OrderStateMachine, Order>>;
}
