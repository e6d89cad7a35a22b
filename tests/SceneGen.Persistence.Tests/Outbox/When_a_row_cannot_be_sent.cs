using MassTransit;
using SceneGen.Persistence.Outbox;
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

    private OutboxMessage Poison(string destination, string envelope) => new()
    {
        VisibleAt = Time.GetUtcNow(),
        MessageId = NewId.NextGuid(),
        Destination = destination,
        ContentType = "application/vnd.masstransit+json",
        Body = "{}",
        Envelope = envelope,
    };

    public sealed class On_SQLite() : When_a_row_cannot_be_sent(new InMemory<SqliteDatabase>());

    public sealed class On_PostgreSQL() : When_a_row_cannot_be_sent(new InMemory<PostgresSchema>());

    public sealed class On_RabbitMQ() : When_a_row_cannot_be_sent(new OnRabbitMq());
}
