using MassTransit;
using SceneGen.Persistence.Tests.Outbox.Infrastructure;
using SceneGen.Persistence.Tests.Outbox.Infrastructure.Grounds;
using SceneGen.Persistence.Tests.Outbox.Sagas.Machines;
using SceneGen.Persistence.Tests.Scheduling;
using SceneGen.Tests.Databases;

namespace SceneGen.Persistence.Tests.Outbox.Sagas;

public abstract class When_a_saga_fails(Ground ground) : OutboxSituation(ground)
{
    private readonly Guid _id = NewId.NextGuid();

    [Fact(Timeout = Timeout)]
    public async Task and_catches_it_what_it_then_does_and_says_is_kept()
    {
        var host = await BeginAsync();

        await host.Bus.Publish(new CartOrdered(_id), Stop);

        await UntilAsync(() => Witness.Count<CartGivenUp>() == 1);
        await UntilAsync(async () => await host.CartAsync(_id) is null && (await host.RowsAsync()).Count == 0);
    }

    [Fact(Timeout = Timeout)]
    public async Task and_catches_it_at_its_beginning_there_is_never_a_row()
    {
        var host = await StartAsync(Add);

        await host.Bus.Publish(new CartReminded(_id), Stop);

        await UntilAsync(() => Witness.Count<CartGivenUp>() == 1);
        Assert.Null(await host.CartAsync(_id));
    }

    [Fact(Timeout = Timeout)]
    public async Task and_was_to_be_inserted_first_there_is_no_row_either()
    {
        var host = await StartAsync(bus => bus.AddSagaStateMachine<ImportingStateMachine, Cart>()
            .EntityFrameworkRepository(repository => repository.ExistingDbContext<ShopDbContext>()));

        await Assert.ThrowsAsync<RequestFaultException>(() => host.Bus.Request<Begin, Step>(new Begin(_id), Stop));

        Assert.Null(await host.CartAsync(_id));
        Assert.Empty(await host.RowsAsync());
    }

    [Fact(Timeout = Timeout)]
    public async Task it_hears_of_its_own_fault_and_nothing_else_is_left_of_it()
    {
        var host = await BeginAsync();

        await host.Bus.Publish(new Step(_id, 1), Stop);
        await UntilAsync(async () => await host.CartAsync(_id) is { CurrentState: "Warned" });
        await host.Bus.Publish(new CartOrdered(_id), Stop);

        await UntilAsync(async () => await host.CartAsync(_id) is null && (await host.RowsAsync()).Count == 0);
        await UntilAsync(() => Witness.Count<CartGivenUp>() > 0);
        Assert.Equal(1, Witness.Count<CartGivenUp>());
    }

    [Fact(Timeout = Timeout)]
    public async Task an_event_that_must_have_its_saga_is_a_fault_without()
    {
        var host = await StartAsync(Add);

        var error = await Assert.ThrowsAsync<RequestFaultException>(
            () => host.Bus.Request<Step, CartGivenUp>(new Step(_id, 1), Stop));

        Assert.Equal(typeof(SagaException).FullName, Assert.Single(error.Fault!.Exceptions).ExceptionType);
        Assert.Empty(await host.RowsAsync());
    }

    [Fact(Timeout = Timeout)]
    public async Task what_is_said_for_want_of_a_saga_leaves_too()
    {
        var host = await StartAsync(Add);

        await host.Bus.Publish(new CartOrdered(_id), Stop);

        await UntilAsync(() => Witness.Count<CartGivenUp>() == 1);
        Assert.Equal(-1, Witness.All<CartGivenUp>()[0].Items);
        await UntilAsync(async () => (await host.RowsAsync()).Count == 0);
        Assert.Null(await host.CartAsync(_id));
    }

    private async Task<OutboxHost> BeginAsync()
    {
        var host = await StartAsync(Add);
        await host.Bus.Publish(new Begin(_id), Stop);
        await UntilAsync(async () => await host.CartAsync(_id) is not null);
        return host;
    }

    private void Add(IBusRegistrationConfigurator bus)
    {
        bus.AddSagaStateMachine<CautiousStateMachine, Cart>()
            .EntityFrameworkRepository(repository => repository.ExistingDbContext<ShopDbContext>())
            .Endpoint(endpoint => endpoint.Name = "carts");
        bus.AddHandler((ConsumeContext<CartGivenUp> context) =>
        {
            Witness.Saw(context.Message);
            return Task.CompletedTask;
        });
    }

    public sealed class On_SQLite() : When_a_saga_fails(new InMemory<SqliteDatabase>());

    public sealed class On_PostgreSQL() : When_a_saga_fails(new InMemory<PostgresSchema>());

    public sealed class On_RabbitMQ() : When_a_saga_fails(new OnRabbitMq());
}
