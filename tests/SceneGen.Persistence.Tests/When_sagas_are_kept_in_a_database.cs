using SceneGen.Persistence.Tests.Infrastructure;

namespace SceneGen.Persistence.Tests;

public sealed class When_sagas_are_kept_in_a_database(OrderHarness harness) : IClassFixture<OrderHarness>
{
    private const int Timeout = 60_000;

    [Fact(Timeout = Timeout)]
    public async Task the_first_event_makes_the_row_and_the_next_ones_change_it()
    {
        var order = await PlaceAsync("first");

        await harness.SayAsync(new LineAdded(order));

        await harness.UntilAsync(order, row => row is { Lines: 1, CurrentState: "Open" });
    }

    [Fact(Timeout = Timeout)]
    public async Task forty_events_of_one_saga_at_once_all_count()
    {
        var order = await PlaceAsync("forty");

        await harness.SayAsync([.. Enumerable.Range(0, 40).Select(_ => new LineAdded(order))]);

        await harness.UntilAsync(order, row => row!.Lines == 40);
        Assert.Equal(40, (await harness.FindAsync(order))!.Version);
    }

    [Fact(Timeout = Timeout)]
    public async Task what_a_losing_attempt_published_never_leaves()
    {
        var order = await PlaceAsync("outbox");

        await harness.SayAsync([.. Enumerable.Range(0, 10).Select(_ => new LineAdded(order))]);
        await harness.UntilAsync(order, row => row!.Lines == 10);

        var counted = new List<int>();
        await foreach (var said in harness.Bus.Published.SelectAsync<OrderCounted>(
            said => said.Context.Message.OrderId == order, TestContext.Current.CancellationToken))
        {
            counted.Add(said.Context.Message.Lines);
            if (counted.Count == 10)
            {
                break;
            }
        }

        Assert.Equal(Enumerable.Range(1, 10), counted.Order());
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
    public async Task an_event_that_names_no_id_reaches_every_saga_it_fits()
    {
        var orders = new[] { await PlaceAsync("before"), await PlaceAsync("before"), await PlaceAsync("other") };

        await harness.SayAsync(new CustomerRenamed("before", "after"));

        await harness.UntilAsync(orders[0], row => row!.Customer == "after");
        await harness.UntilAsync(orders[1], row => row!.Customer == "after");
        Assert.Equal("other", (await harness.FindAsync(orders[2]))!.Customer);
    }

    [Fact(Timeout = Timeout)]
    public async Task a_saga_that_is_finished_leaves_no_row()
    {
        var order = await PlaceAsync("dropped");

        await harness.SayAsync(new OrderDropped(order));

        await harness.UntilAsync(order, row => row is null);
    }

    [Fact(Timeout = Timeout)]
    public async Task the_test_harness_of_the_bus_finds_them()
    {
        var order = await PlaceAsync("harness");

        Assert.NotNull(await harness.Orders.Exists(order, machine => machine.Open));
        Assert.NotEmpty(await harness.Orders.Exists(row => row.Customer == "harness", machine => machine.Open));
    }

    private async Task<Guid> PlaceAsync(string customer)
    {
        var order = Guid.NewGuid();
        await harness.SayAsync(new OrderPlaced(order, customer));
        await harness.UntilAsync(order, row => row is not null);
        return order;
    }
}
