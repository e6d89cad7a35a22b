using MassTransit;
using Microsoft.EntityFrameworkCore;
using SceneGen.Persistence.Outbox;
using SceneGen.Persistence.Tests.Outbox.Infrastructure;
using SceneGen.Persistence.Tests.Outbox.Infrastructure.Grounds;
using SceneGen.Tests.Databases;

namespace SceneGen.Persistence.Tests.Outbox;

public abstract class When_the_bus_forgets(Ground ground) : OutboxSituation(ground)
{
    private readonly Guid _id = NewId.NextGuid();

    [Fact(Timeout = Timeout)]
    public async Task a_message_to_a_queue_keeps_its_row_until_it_was_consumed()
    {
        var isHeld = true;
        var host = await StartAsync(
            bus =>
            {
                Send(bus, context => new Step(context.Message.Id, 1));
                bus.AddHandler(async (ConsumeContext<Step> context) =>
                {
                    Witness.Saw(context.Message);
                    await UntilAsync(() => !isHeld);
                }).Endpoint(endpoint => endpoint.Name = "steps");
            },
            Forgets);
        await host.Bus.Publish(new Begin(_id), Stop);
        await UntilAsync(() => Witness.Count<Step>() == 1);

        Assert.True(Assert.Single(await host.RowsAsync()).StaysUntilConsumed);
        isHeld = false;

        await UntilAsync(async () => (await host.RowsAsync()).Count == 0);
    }

    [Fact(Timeout = Timeout)]
    public async Task what_is_published_for_nobody_keeps_no_row()
    {
        var host = await StartAsync(
            bus => bus.AddHandler(async (ConsumeContext<Begin> context) =>
            {
                await context.Publish(new Step(context.Message.Id, 1));
                await context.Publish(new Unheard(1));
                await context.Publish(new Heard<Step>(new Step(context.Message.Id, 1)));
            }),
            Forgets);

        await host.Bus.Publish(new Begin(_id), Stop);

        await UntilAsync(() => host.UseAsync(shop => shop.Inbox.AnyAsync(Stop)));
        await UntilAsync(async () => (await host.RowsAsync()).Count == 0);
    }

    [Fact(Timeout = Timeout)]
    public async Task a_message_to_an_endpoint_that_has_no_inbox_keeps_no_row()
    {
        var host = await StartAsync(
            bus =>
            {
                Send(bus, context => new Step(context.Message.Id, 1));
                bus.AddHandler((ConsumeContext<Step> context) =>
                {
                    Witness.Saw(context.Message);
                    return Task.CompletedTask;
                }).Endpoint(endpoint => endpoint.Name = "steps");
            },
            outbox =>
            {
                Forgets(outbox);
                outbox.EndpointsWithout.Add("steps");
            });

        await host.Bus.Publish(new Begin(_id), Stop);

        await UntilAsync(() => Witness.Count<Step>() == 1);
        await UntilAsync(async () => (await host.RowsAsync()).Count == 0);
    }

    private static void Forgets(OutboxOptions outbox) => outbox.BusKeepsMessages = false;

    private static void Send<T>(IBusRegistrationConfigurator bus, Func<ConsumeContext<Begin>, T> message)
        where T : class
        => bus.AddHandler((ConsumeContext<Begin> context) => context.Send(new Uri("exchange:steps"), message(context)));

    public sealed record Unheard(int Number);

    public sealed record Heard<T>(T What);

    public sealed class On_SQLite() : When_the_bus_forgets(new InMemory<SqliteDatabase>());

    public sealed class On_PostgreSQL() : When_the_bus_forgets(new InMemory<PostgresSchema>());
}
