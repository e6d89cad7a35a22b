using MassTransit;
using SceneGen.Persistence.Tests.Infrastructure;
using SceneGen.Persistence.Tests.Outbox.Infrastructure;
using SceneGen.Persistence.Tests.Outbox.Infrastructure.Grounds;
using SceneGen.Persistence.Tests.Outbox.Sagas.Machines;
using SceneGen.Persistence.Tests.Scheduling;
using SceneGen.Tests.Databases;

namespace SceneGen.Persistence.Tests.Outbox.Sagas;

public abstract class When_messages_of_one_cart_meet(Ground ground, int mostFailedAttempts) : OutboxSituation(ground)
{
    private readonly Guid _id = NewId.NextGuid();
    private readonly FailedAttempts _failed = new();

    [Fact(Timeout = Timeout)]
    public async Task forty_events_at_once_all_count_and_each_says_its_count_once()
    {
        var host = await StartAsync(Add);
        await BeginAsync(host, _id);

        await Task.WhenAll(Enumerable.Range(0, 40).Select(i => host.Bus.Publish(new Step(_id, i), Stop)));

        await UntilAsync(() => Witness.Count<CartGivenUp>() >= 40);
        await UntilAsync(async () => (await host.RowsAsync()).Count == 0);
        Assert.Equal(Enumerable.Range(2, 40), Witness.All<CartGivenUp>().Select(said => said.Items).Order());
        Assert.InRange(_failed.Count, 0, mostFailedAttempts);
    }

    [Fact(Timeout = Timeout)]
    public async Task ten_first_events_at_once_make_one_cart_and_all_count()
    {
        var hosts = new[] { await StartAsync(Add), await StartAsync(Add) };

        await Task.WhenAll(Enumerable.Range(0, 10).Select(i => hosts[i % 2].Bus.Publish(new Begin(_id), Stop)));

        await UntilAsync(async () => await hosts[0].CartAsync(_id) is { Items: 10 });
        Assert.InRange(_failed.Count, 0, mostFailedAttempts);
    }

    [Fact(Timeout = Timeout)]
    public async Task events_that_each_mean_all_carts_do_not_lock_each_other_out()
    {
        var hosts = new[] { await StartAsync(Add), await StartAsync(Add) };
        var carts = Enumerable.Range(0, 5).Select(_ => NewId.NextGuid()).ToList();
        foreach (var cart in carts)
        {
            await BeginAsync(hosts[0], cart);
        }

        // Each step moves its row in the table, so that the queries meet the rows in different orders.
        await Task.WhenAll(
            [.. Enumerable.Range(0, 10).Select(i => hosts[i % 2].Bus.Publish(new AllTold("Open"), Stop)),
            .. carts.SelectMany(cart => Enumerable.Range(0, 4).Select(
                i => hosts[i % 2].Bus.Publish(new Step(cart, i), Stop)))]);

        foreach (var cart in carts)
        {
            await UntilAsync(async () => await hosts[0].CartAsync(cart) is { Items: 5, Reminders: 10 });
        }

        Assert.InRange(_failed.Count, 0, mostFailedAttempts);
    }

    private static async Task BeginAsync(OutboxHost host, Guid id)
    {
        await host.Bus.Publish(new Begin(id), Stop);
        await UntilAsync(async () => await host.CartAsync(id) is not null);
    }

    private void Add(IBusRegistrationConfigurator bus)
    {
        bus.AddSagaStateMachine<CountingStateMachine, Cart>()
            .EntityFrameworkRepository(repository => repository.ExistingDbContext<ShopDbContext>())
            .Endpoint(endpoint => endpoint.Name = "carts");
        bus.AddHandler((ConsumeContext<CartGivenUp> context) =>
        {
            Witness.Saw(context.Message);
            return Task.CompletedTask;
        });
        bus.AddConfigureEndpointsCallback((_, _, endpoint) => endpoint.UseMessageRetry(retry =>
        {
            retry.ConnectRetryObserver(_failed);
            retry.Exponential(
                50, TimeSpan.FromMilliseconds(5), TimeSpan.FromMilliseconds(500), TimeSpan.FromMilliseconds(10));
        }));
    }

    /// <summary>It locks no rows: who commits second starts again.</summary>
    public sealed class On_SQLite()
        : When_messages_of_one_cart_meet(new InMemory<SqliteDatabase>(), mostFailedAttempts: int.MaxValue);

    public sealed class On_PostgreSQL()
        : When_messages_of_one_cart_meet(new InMemory<PostgresSchema>(), mostFailedAttempts: 0);

    public sealed class On_RabbitMQ() : When_messages_of_one_cart_meet(new OnRabbitMq(), mostFailedAttempts: 0);
}
