using MassTransit;
using Microsoft.EntityFrameworkCore;
using SceneGen.Persistence.Outbox;
using SceneGen.Persistence.Tests.Outbox.Infrastructure;
using SceneGen.Persistence.Tests.Outbox.Infrastructure.Grounds;
using SceneGen.Tests.Databases;

namespace SceneGen.Persistence.Tests.Outbox;

public abstract class When_the_inbox_is_old(Ground ground) : OutboxSituation(ground)
{
    [Fact(Timeout = Timeout)]
    public async Task it_is_emptied_in_batches_while_messages_are_consumed()
    {
        var host = await StartAsync(bus => bus.AddHandler((ConsumeContext<Step> context) =>
        {
            Witness.Saw(context.Message);
            return Task.CompletedTask;
        }));
        var old = Time.GetUtcNow() - TimeSpan.FromDays(8);
        await host.UseAsync(shop =>
        {
            shop.Inbox.AddRange(Enumerable.Range(0, 2500).Select(
                i => new InboxMessage { MessageId = NewId.NextGuid(), ConsumedAt = old }));
            return shop.SaveChangesAsync(Stop);
        });

        var sent = Task.WhenAll(Enumerable.Range(0, 50).Select(i => host.Bus.Publish(new Step(Guid.Empty, i), Stop)));
        Time.Advance(TimeSpan.FromMinutes(10));

        await sent;
        await UntilAsync(async () =>
        {
            Time.Advance(TimeSpan.FromMinutes(1));
            return await host.UseAsync(shop => shop.Inbox.CountAsync(Stop)) == 50 && Witness.Count<Step>() == 50;
        });
    }

    public sealed class On_SQLite() : When_the_inbox_is_old(new InMemory<SqliteDatabase>());

    public sealed class On_PostgreSQL() : When_the_inbox_is_old(new InMemory<PostgresSchema>());

    public sealed class On_RabbitMQ() : When_the_inbox_is_old(new OnRabbitMq());
}
