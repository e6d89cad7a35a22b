using MassTransit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SceneGen.Persistence.Tests.Outbox.Infrastructure;
using SceneGen.Persistence.Tests.Outbox.Infrastructure.Grounds;
using SceneGen.Tests.Databases;

namespace SceneGen.Persistence.Tests.Outbox;

public abstract class When_a_request_publishes(Ground ground) : OutboxSituation(ground)
{
    private readonly Guid _id = NewId.NextGuid();
    private ConsumeContext<Step>? _arrived;

    [Fact(Timeout = Timeout)]
    public async Task nothing_leaves_before_it_saves_and_everything_does_after()
    {
        var host = await StartAsync(Add);

        await host.RequestAsync(async (services, shop) =>
        {
            shop.Notes.Add(new Note { Text = "asked" });
            await PublishAsync(services, 1);
            Assert.Empty(await host.RowsAsync());
            Assert.Empty(Witness.All<Step>());
            await shop.SaveChangesAsync(Stop);
        });

        await UntilAsync(() => Witness.Count<Step>() == 1);
        await UntilAsync(async () => (await host.RowsAsync()).Count == 0);
        Assert.Equal(1, await host.NotesAsync("asked"));
        Assert.NotNull(_arrived!.MessageId);
        Assert.NotNull(_arrived.ConversationId);
        Assert.NotNull(_arrived.SourceAddress);
        Assert.NotNull(_arrived.DestinationAddress);
    }

    [Fact(Timeout = Timeout)]
    public async Task what_it_never_saves_never_leaves()
    {
        var host = await StartAsync(Add);

        await host.RequestAsync((services, _) => PublishAsync(services, 1));
        await host.RequestAsync(async (services, shop) =>
        {
            await PublishAsync(services, 2);
            shop.ChangeTracker.Clear();
            await PublishAsync(services, 3);
            await shop.SaveChangesAsync(Stop);
        });

        await UntilAsync(() => Witness.Count<Step>() > 0);
        await UntilAsync(async () => (await host.RowsAsync()).Count == 0);
        Assert.Equal(3, Assert.Single(Witness.All<Step>()).Number);
    }

    [Fact(Timeout = Timeout)]
    public async Task a_save_that_fails_sends_nothing_and_the_next_one_sends_it_once()
    {
        var host = await StartAsync(Add);

        await host.RequestAsync(async (services, shop) =>
        {
            Note[] twins = [new() { Unique = "one" }, new() { Unique = "one" }];
            shop.Notes.AddRange(twins);
            await PublishAsync(services, 1);
            await Assert.ThrowsAsync<DbUpdateException>(() => shop.SaveChangesAsync(Stop));
            Assert.Empty(await host.RowsAsync());

            shop.Entry(twins[1]).State = EntityState.Detached;
            await shop.SaveChangesAsync(Stop);
        });

        await UntilAsync(() => Witness.Count<Step>() > 0);
        await UntilAsync(async () => (await host.RowsAsync()).Count == 0);
        Assert.Single(Witness.All<Step>());
    }

    [Fact(Timeout = Timeout)]
    public async Task each_save_sends_its_own()
    {
        var host = await StartAsync(Add);

        await host.RequestAsync(async (services, shop) =>
        {
            await PublishAsync(services, 1);
            await shop.SaveChangesAsync(Stop);
            await UntilAsync(() => Witness.Count<Step>() == 1);

            await PublishAsync(services, 2);
            await shop.SaveChangesAsync(Stop);
            await UntilAsync(() => Witness.Count<Step>() == 2);
        });

        Assert.Equal([1, 2], Witness.All<Step>().Select(step => step.Number));
    }

    [Fact(Timeout = Timeout)]
    public async Task in_a_transaction_of_its_own_it_waits_for_the_commit()
    {
        var host = await StartAsync(Add);

        await host.RequestAsync(async (services, shop) =>
        {
            await using (await shop.Database.BeginTransactionAsync(Stop))
            {
                await PublishAsync(services, 1);
                await shop.SaveChangesAsync(Stop);
            }

            await using var second = await shop.Database.BeginTransactionAsync(Stop);
            await PublishAsync(services, 2);
            await shop.SaveChangesAsync(Stop);
            Assert.Empty(Witness.All<Step>());
            await second.CommitAsync(Stop);
        });

        await PassUntilAsync(() => Witness.Count<Step>() > 0);
        Assert.Equal(2, Assert.Single(Witness.All<Step>()).Number);
    }

    [Fact(Timeout = Timeout)]
    public async Task on_a_bus_that_is_not_started_the_row_stays()
    {
        var host = NewHost(Add);

        await host.RequestAsync(async (services, shop) =>
        {
            await PublishAsync(services, 1);
            await shop.SaveChangesAsync(Stop);
        });

        Assert.Equal(MessageUrn.ForTypeString<Step>(), Assert.Single(await host.RowsAsync()).MessageTypes);
    }

    [Fact(Timeout = Timeout)]
    public async Task what_it_sends_to_a_queue_is_saved_too()
    {
        var host = await StartAsync(Add);

        await host.RequestAsync(async (services, shop) =>
        {
            var endpoint = await services.GetRequiredService<ISendEndpointProvider>().GetSendEndpoint(new Uri("exchange:steps"));
            await endpoint.Send(new Step(_id, 7), Stop);
            Assert.Empty(Witness.All<Step>());
            await shop.SaveChangesAsync(Stop);
        });

        await UntilAsync(() => Witness.Count<Step>() == 1);
    }

    private Task PublishAsync(IServiceProvider services, int number)
        => services.GetRequiredService<IPublishEndpoint>().Publish(new Step(_id, number), Stop);

    private void Add(IBusRegistrationConfigurator bus)
        => bus.AddHandler((ConsumeContext<Step> context) =>
        {
            _arrived = context;
            Witness.Saw(context.Message);
            return Task.CompletedTask;
        }).Endpoint(endpoint => endpoint.Name = "steps");

    public sealed class On_SQLite() : When_a_request_publishes(new InMemory<SqliteDatabase>());

    public sealed class On_PostgreSQL() : When_a_request_publishes(new InMemory<PostgresSchema>());

    public sealed class On_RabbitMQ() : When_a_request_publishes(new OnRabbitMq());
}
