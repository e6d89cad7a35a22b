using MassTransit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SceneGen.Persistence.Outbox;
using SceneGen.Persistence.Outbox.Parking;
using SceneGen.Persistence.Tests.Outbox.Infrastructure;
using SceneGen.Persistence.Tests.Outbox.Infrastructure.Grounds;
using SceneGen.Tests.Databases;

namespace SceneGen.Persistence.Tests.Outbox;

public abstract class When_a_row_cannot_be_sent(Ground ground) : OutboxSituation(ground)
{
    [Fact(Timeout = Timeout)]
    public async Task it_keeps_no_other_one_waiting_and_is_parked_with_its_reason()
    {
        var host = await StartAsync(
            bus => bus.AddHandler((ConsumeContext<Step> context) =>
            {
                Witness.Saw(context.Message);
                return Task.CompletedTask;
            }),
            outbox => outbox.MostDeliveries = 3);
        await host.AddRowsAsync(
            Poison("no address at all", "{}"),
            Poison("loopback://localhost/nowhere", "no envelope"));
        await host.ScheduleAsync(Time.GetUtcNow().UtcDateTime, new Step(Guid.Empty, 1));

        await PassUntilAsync(() => Witness.Count<Step>() == 1);
        await UntilAsync(async () =>
        {
            Time.Advance(TimeSpan.FromSeconds(10));
            return (await host.RowsAsync()).All(row => row.ParkedAt is not null);
        });

        var rows = await host.RowsAsync();
        Assert.Equal(2, rows.Count);
        Assert.All(rows, row => Assert.Equal(3, row.Deliveries));
        Assert.All(rows, row => Assert.NotEmpty(row.ParkedReason!));
        await host.ScheduleAsync(Time.GetUtcNow().UtcDateTime, new Step(Guid.Empty, 2));
        await PassUntilAsync(() => Witness.Count<Step>() == 2);
    }

    [Fact(Timeout = Timeout)]
    public async Task an_operator_sees_it_and_has_it_delivered_again()
    {
        var host = await StartAsync(
            bus => bus.AddHandler((ConsumeContext<Step> context) => Task.CompletedTask), outbox => outbox.MostDeliveries = 1);
        await host.AddRowsAsync(Poison("no address", "{}"), Poison("no address either", "{}"));
        await PassUntilAsync(async () => (await host.RowsAsync()).All(row => row.ParkedAt is not null));
        var (first, second) = ((await host.RowsAsync())[0], (await host.RowsAsync())[1]);

        await host.RequestAsync(async (services, shop) =>
        {
            var parked = services.GetRequiredService<ParkedMessages<ShopDbContext>>();
            var seen = Assert.Single(await parked.ListAsync(after: 0, limit: 1, Stop));
            Assert.Equal(
                (first.Id, first.MessageId, "no address", 1), (seen.Id, seen.MessageId, seen.Destination, seen.Deliveries));
            Assert.NotEmpty(seen.Reason!);
            Assert.Equal(second.Id, Assert.Single(await parked.ListAsync(first.Id, limit: 9, Stop)).Id);

            // The operator has mended what was wrong with one of them.
            await shop.Outbox.Where(row => row.Id == first.Id)
                .ExecuteUpdateAsync(set => set.SetProperty(row => row.Destination, "exchange:mended"), Stop);
            Assert.Equal(1, await parked.ReplayAsync([first.Id, 123_456], Stop));
        });

        await PassUntilAsync(async () => (await host.RowsAsync()).Count == 1);
        Assert.Equal(second.Id, (await host.RowsAsync())[0].Id);
    }

    private OutboxMessage Poison(string destination, string envelope) => new()
    {
        VisibleAt = Time.GetUtcNow(),
        MessageId = NewId.NextGuid(),
        Destination = destination,
        ContentType = "application/vnd.masstransit+json",
        MessageTypes = MessageUrn.ForTypeString<Step>(),
        Body = "{\"message\":{}}",
        Envelope = envelope,
    };

    public sealed class On_SQLite() : When_a_row_cannot_be_sent(new InMemory<SqliteDatabase>());

    public sealed class On_PostgreSQL() : When_a_row_cannot_be_sent(new InMemory<PostgresSchema>());

    public sealed class On_RabbitMQ() : When_a_row_cannot_be_sent(new OnRabbitMq());
}
