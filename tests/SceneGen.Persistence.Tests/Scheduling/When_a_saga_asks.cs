using MassTransit;
using SceneGen.Persistence.Tests.Outbox.Infrastructure;
using SceneGen.Persistence.Tests.Outbox.Infrastructure.Grounds;
using SceneGen.Tests.Databases;

namespace SceneGen.Persistence.Tests.Scheduling;

public abstract class When_a_saga_asks(Ground ground) : OutboxSituation(ground)
{
    private readonly Guid _id = NewId.NextGuid();

    [Fact(Timeout = Timeout)]
    public async Task an_answer_takes_back_the_time_limit()
    {
        var host = await StartAsync(bus =>
        {
            Add(bus);
            bus.AddHandler((ConsumeContext<CartOrdered> context)
                    => context.RespondAsync(new Step(context.Message.Id, 42)))
                .Endpoint(endpoint => endpoint.Name = "prices");
        });

        await host.Bus.Publish(new Begin(_id), Stop);

        await UntilAsync(async () => await host.CartAsync(_id) is { CurrentState: "Priced", Items: 42 });
        await UntilAsync(async () => (await host.RowsAsync()).Count == 0);
    }

    [Fact(Timeout = Timeout)]
    public async Task no_answer_ends_with_the_time_limit()
    {
        var host = await StartAsync(Add);
        await host.Bus.Publish(new Begin(_id), Stop);
        await UntilAsync(async () => await host.CartAsync(_id) is { RequestToken: not null });

        Time.Advance(TimeSpan.FromMinutes(2));

        await UntilAsync(async () =>
        {
            Time.Advance(TimeSpan.FromMilliseconds(50));
            return await host.CartAsync(_id) is { CurrentState: "Unpriced" };
        });
    }

    private static void Add(IBusRegistrationConfigurator bus)
        => bus.AddSagaStateMachine<AskingStateMachine, Cart>()
            .EntityFrameworkRepository(repository => repository.ExistingDbContext<ShopDbContext>())
            .Endpoint(endpoint => endpoint.Name = "carts");

    public sealed class On_SQLite() : When_a_saga_asks(new InMemory<SqliteDatabase>());

    public sealed class On_PostgreSQL() : When_a_saga_asks(new InMemory<PostgresSchema>());

    public sealed class On_RabbitMQ() : When_a_saga_asks(new OnRabbitMq());
}
