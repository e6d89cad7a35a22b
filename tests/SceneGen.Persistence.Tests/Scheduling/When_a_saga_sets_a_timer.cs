using MassTransit;
using Microsoft.EntityFrameworkCore;
using SceneGen.Persistence.Outbox;
using SceneGen.Persistence.Tests.Outbox.Infrastructure;

namespace SceneGen.Persistence.Tests.Scheduling;

public class When_a_saga_sets_a_timer : OutboxSituation
{
    private readonly Guid _id = NewId.NextGuid();

    [Fact(Timeout = Timeout)]
    public async Task it_fires_and_may_be_set_anew_by_its_own_handler()
    {
        var host = await StartAsync(Add);
        var first = await BeginAsync(host);

        Time.Advance(TimeSpan.FromMinutes(11));
        await UntilCartAsync(host, cart => cart is { Reminders: 1 });
        await UntilAsync(async () => (await host.RowsAsync()).Count == 1);

        var second = Assert.Single(await host.RowsAsync());
        Assert.NotEqual(first.TokenId, second.TokenId);
        Assert.Equal(second.TokenId, (await host.CartAsync(_id))!.TimeoutToken);
        Time.Advance(TimeSpan.FromHours(1));
        await PassUntilAsync(() => Witness.Count<CartGivenUp>() == 1);
        await UntilCartAsync(host, cart => cart is null);
        await UntilAsync(async () => (await host.RowsAsync()).Count == 0);
    }

    [Fact(Timeout = Timeout)]
    public async Task setting_it_again_leaves_one_with_a_new_token()
    {
        var host = await StartAsync(Add);
        var first = await BeginAsync(host);

        await host.Bus.Publish(new Step(_id, 1), Stop);
        await UntilCartAsync(host, cart => cart is { Items: 1 });

        var row = Assert.Single(await host.RowsAsync());
        Assert.NotEqual(first.TokenId, row.TokenId);
        Assert.Equal(row.TokenId, (await host.CartAsync(_id))!.TimeoutToken);
    }

    [Fact(Timeout = Timeout)]
    public async Task taking_it_back_removes_it()
    {
        var host = await StartAsync(Add);
        await BeginAsync(host);

        await host.Bus.Publish(new CartOrdered(_id), Stop);

        await UntilCartAsync(host, cart => cart is { CurrentState: "Closed", TimeoutToken: null });
        Assert.Empty(await host.RowsAsync());
    }

    [Fact(Timeout = Timeout)]
    public async Task one_that_is_taken_back_while_it_is_on_its_way_is_not_heeded()
    {
        var host = await StartAsync(Add);
        var row = await BeginAsync(host);
        await host.Bus.Publish(new Step(_id, 1), Stop);
        await UntilCartAsync(host, cart => cart is { Items: 1 });

        // The row had been taken up for delivery before its cancellation was committed.
        row.Id = 0;
        row.VisibleAt = Time.GetUtcNow();
        await host.AddRowsAsync(row);

        Time.Advance(TimeSpan.FromSeconds(2));
        await UntilAsync(() =>
        {
            Time.Advance(TimeSpan.FromMilliseconds(50));
            return host.UseAsync(shop => shop.Inbox.AnyAsync(seen => seen.MessageId == row.MessageId, Stop));
        });
        Assert.Equal(0, (await host.CartAsync(_id))!.Reminders);
    }

    [Theory(Timeout = Timeout)]
    [InlineData(true)]
    [InlineData(false)]
    public async Task it_outlives_the_process(bool busKeepsMessages)
    {
        var first = await StartAsync(Add, outbox => outbox.BusKeepsMessages = busKeepsMessages);
        await BeginAsync(first);
        await first.StopAsync();

        var second = await StartAsync(Add, outbox => outbox.BusKeepsMessages = busKeepsMessages);
        Assert.Equal(0, (await second.CartAsync(_id))!.Reminders);
        Time.Advance(TimeSpan.FromMinutes(11));

        await UntilCartAsync(second, cart => cart is { Reminders: 1 });
    }

    private async Task<OutboxMessage> BeginAsync(OutboxHost host)
    {
        await host.Bus.Publish(new Begin(_id), Stop);
        await UntilCartAsync(host, cart => cart is { CurrentState: "Open" });
        return Assert.Single(await host.RowsAsync());
    }

    private Task UntilCartAsync(OutboxHost host, Func<Cart?, bool> condition) => UntilAsync(async () =>
    {
        Time.Advance(TimeSpan.FromMilliseconds(50));
        return condition(await host.CartAsync(_id));
    });

    private void Add(IBusRegistrationConfigurator bus)
    {
        bus.AddSagaStateMachine<CartStateMachine, Cart>()
            .EntityFrameworkRepository(repository => repository.ExistingDbContext<ShopDbContext>())
            .Endpoint(endpoint => endpoint.Name = "carts");
        bus.AddHandler((ConsumeContext<CartGivenUp> context) =>
        {
            Witness.Saw(context.Message);
            return Task.CompletedTask;
        });
        bus.AddConfigureEndpointsCallback((_, _, endpoint) => endpoint.UseMessageRetry(retry => retry.Immediate(5)));
    }
}
