using MassTransit;
using Microsoft.EntityFrameworkCore;
using SceneGen.Persistence.Tests.Outbox.Infrastructure;
using SceneGen.Persistence.Tests.Outbox.Infrastructure.Grounds;
using SceneGen.Persistence.Tests.Outbox.Sagas.Machines;
using SceneGen.Tests.Databases;

namespace SceneGen.Persistence.Tests.Outbox.Sagas;

public abstract class When_a_saga_sends_to_itself(Ground ground) : OutboxSituation(ground)
{
    private readonly Guid _id = NewId.NextGuid();

    [Fact(Timeout = Timeout)]
    public async Task it_comes_to_its_end()
    {
        var host = await StartAsync(Add);

        await host.Bus.Publish(new Begin(_id), Stop);

        await UntilEndedAsync(host);
        Assert.Equal(0, (await host.CartAsync(_id))!.Items);
    }

    [Fact(Timeout = Timeout)]
    public async Task a_first_attempt_that_fails_leaves_one_chain()
    {
        var host = await StartAsync(Add);

        await host.Bus.Publish(
            new Begin(_id), begin => begin.Headers.Set(RelayStateMachine.Stumbles, true), Stop);

        await UntilEndedAsync(host);
        Assert.Equal(2, Witness.Count<Begin>());
        Assert.Equal(1, (await host.CartAsync(_id))!.Items);
        Assert.Equal(2, await host.UseAsync(shop => shop.Inbox.CountAsync(Stop)));
    }

    [Fact(Timeout = Timeout)]
    public async Task a_broker_that_refuses_once_makes_the_delivery_repeat_and_not_the_saga()
    {
        var refusal = new RefusesOnce();
        var host = await StartAsync(Add, outbox => outbox.HandOverConcurrency = 0);
        host.Bus.ConnectSendObserver(refusal);
        refusal.Refuses = true;

        await host.Bus.Publish(new Begin(_id), Stop);

        await UntilAsync(() => refusal.Refused);
        Time.Advance(TimeSpan.FromMinutes(1));
        await PassUntilEndedAsync(host);
        Assert.Equal(1, Witness.Count<Begin>());
    }

    private Task UntilEndedAsync(OutboxHost host) => UntilAsync(() => HasEndedAsync(host));

    private Task PassUntilEndedAsync(OutboxHost host) => UntilAsync(() =>
    {
        Time.Advance(TimeSpan.FromMilliseconds(200));
        return HasEndedAsync(host);
    });

    private async Task<bool> HasEndedAsync(OutboxHost host)
        => await host.CartAsync(_id) is { CurrentState: "Verified" } && (await host.RowsAsync()).Count == 0;

    private static void Add(IBusRegistrationConfigurator bus)
    {
        bus.AddSagaStateMachine<RelayStateMachine, Cart>()
            .EntityFrameworkRepository(repository => repository.ExistingDbContext<ShopDbContext>())
            .Endpoint(endpoint => endpoint.Name = "carts");
        bus.AddConfigureEndpointsCallback((_, _, endpoint) => endpoint.UseMessageRetry(retry => retry.Immediate(5)));
    }

    public sealed class On_SQLite() : When_a_saga_sends_to_itself(new InMemory<SqliteDatabase>());

    public sealed class On_PostgreSQL() : When_a_saga_sends_to_itself(new InMemory<PostgresSchema>());

    public sealed class On_RabbitMQ() : When_a_saga_sends_to_itself(new OnRabbitMq());
}
