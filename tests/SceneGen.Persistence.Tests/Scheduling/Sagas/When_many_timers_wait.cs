using MassTransit;
using Microsoft.EntityFrameworkCore;
using SceneGen.Persistence.Tests.Outbox.Infrastructure;
using SceneGen.Persistence.Tests.Outbox.Infrastructure.Grounds;
using SceneGen.Tests.Databases;

namespace SceneGen.Persistence.Tests.Scheduling.Sagas;

public abstract class When_many_timers_wait(Ground ground) : OutboxSituation(ground)
{
    private readonly List<Guid> _ids = [.. Enumerable.Range(0, 20).Select(_ => NewId.NextGuid())];

    [Fact(Timeout = Timeout)]
    public async Task two_of_one_saga_come_in_their_time()
    {
        var host = await StartAsync(Add<TwoTimersStateMachine>);
        await host.Bus.Publish(new Begin(_ids[0]), Stop);
        await UntilAsync(async () => (await host.RowsAsync()).Count == 2);

        Time.Advance(TimeSpan.FromDays(31));
        await UntilAsync(host, shop => shop.Carts.AllAsync(cart => cart.Reminders == 1, Stop));
        Assert.Equal("Open", (await host.CartAsync(_ids[0]))!.CurrentState);
        Time.Advance(TimeSpan.FromDays(60));

        await UntilAsync(host, async shop => !await shop.Carts.AnyAsync(Stop));
        await UntilAsync(host, async shop => !await shop.Outbox.AnyAsync(Stop));
    }

    [Fact(Timeout = Timeout)]
    public async Task twenty_sagas_end_by_theirs_and_nothing_is_left()
    {
        var host = await BeginAllAsync();

        Time.Advance(TimeSpan.FromMinutes(11));
        await UntilAsync(host, shop => shop.Carts.AllAsync(cart => cart.Reminders == 1, Stop));
        Time.Advance(TimeSpan.FromHours(1));

        await UntilAsync(host, async shop => !await shop.Carts.AnyAsync(Stop));
        await UntilAsync(host, async shop => !await shop.Outbox.AnyAsync(Stop));
        await UntilAsync(() => Witness.Count<CartGivenUp>() >= 20);
        Assert.Equal(_ids.Order(), Witness.All<CartGivenUp>().Select(cart => cart.Id).Order());
    }

    [Fact(Timeout = Timeout)]
    public async Task those_taken_back_when_they_are_due_fire_before_or_never()
    {
        var host = await BeginAllAsync();
        var early = OrderAsync(host, _ids[..10]);

        Time.Advance(TimeSpan.FromMinutes(10) + TimeSpan.FromSeconds(1));
        await early;
        await UntilAsync(host, shop => shop.Carts.AnyAsync(cart => cart.Reminders == 1, Stop));
        await OrderAsync(host, _ids[10..]);

        await UntilAsync(host, shop => shop.Carts.AllAsync(cart => cart.CurrentState == "Closed", Stop));
        await UntilAsync(host, async shop => !await shop.Outbox.AnyAsync(Stop));
        Time.Advance(TimeSpan.FromHours(2));
        await UntilAsync(host, shop => shop.Carts.AllAsync(cart => cart.TimeoutToken == null, Stop));
        Assert.Equal((0, 0), (Witness.Count<CartGivenUp>(), Witness.Count<Fault>()));
    }

    private static Task OrderAsync(OutboxHost host, IEnumerable<Guid> ids)
        => Task.WhenAll(ids.Select(id => host.Bus.Publish(new CartOrdered(id), Stop)));

    private async Task<OutboxHost> BeginAllAsync()
    {
        var host = await StartAsync(Add<CartStateMachine>);
        await Task.WhenAll(_ids.Select(id => host.Bus.Publish(new Begin(id), Stop)));
        await UntilAsync(async () => await host.UseAsync(shop => shop.Carts.CountAsync(Stop)) == _ids.Count);
        return host;
    }

    private Task UntilAsync(OutboxHost host, Func<ShopDbContext, Task<bool>> condition) => UntilAsync(() =>
    {
        Time.Advance(TimeSpan.FromMilliseconds(50));
        return host.UseAsync(condition);
    });

    private void Add<TMachine>(IBusRegistrationConfigurator bus)
        where TMachine : class, SagaStateMachine<Cart>
    {
        bus.AddSagaStateMachine<TMachine, Cart>()
            .EntityFrameworkRepository(repository => repository.ExistingDbContext<ShopDbContext>())
            .Endpoint(endpoint => endpoint.Name = "carts");
        bus.AddHandler((ConsumeContext<CartGivenUp> context) => Saw(context)).Endpoint(e => e.Name = "given-up");
        bus.AddHandler((ConsumeContext<Fault> context) => Saw(context)).Endpoint(e => e.Name = "faults");
        bus.AddConfigureEndpointsCallback((_, _, endpoint) => endpoint.UseMessageRetry(
            retry => retry.Interval(50, TimeSpan.FromMilliseconds(10))));
    }

    private Task Saw<T>(ConsumeContext<T> context)
        where T : class
    {
        Witness.Saw(context.Message);
        return Task.CompletedTask;
    }

    public sealed class On_SQLite() : When_many_timers_wait(new InMemory<SqliteDatabase>());

    public sealed class On_PostgreSQL() : When_many_timers_wait(new InMemory<PostgresSchema>());

    public sealed class On_RabbitMQ() : When_many_timers_wait(new OnRabbitMq());
}
