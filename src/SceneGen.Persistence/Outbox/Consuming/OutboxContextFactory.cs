using MassTransit;
using MassTransit.Middleware;
using Microsoft.EntityFrameworkCore;
using SceneGen.Persistence.Outbox.Delivery;

namespace SceneGen.Persistence.Outbox.Consuming;

/// <summary>
/// Runs a consumer or a saga, then commits what it changed, what it sends and that it was done in one transaction, and
/// only then sends. While it runs, no transaction is open on its account.
/// </summary>
internal sealed class OutboxContextFactory<TDbContext>(
    TDbContext database,
    IServiceProvider services,
    OutboxDelivery<TDbContext> delivery,
    OutboxBin<TDbContext> bin,
    OutboxClerk<TDbContext> clerk)
    : IOutboxContextFactory<TDbContext>
    where TDbContext : DbContext
{
    public async Task Send<T>(
        ConsumeContext<T> context, OutboxConsumeOptions options, IPipe<OutboxConsumeContext<T>> next)
        where T : class
    {
        var unit = clerk.NewUnit();
        var isFirst = await RunAsync(context, options, next, unit);
        if (context.MessageId is { } messageId && !clerk.BusKeepsMessages)
        {
            bin.RemoveConsumed(messageId);
        }

        if (isFirst)
        {
            delivery.Deliver(unit.Rows);
        }
    }

    private async Task<bool> RunAsync<T>(
        ConsumeContext<T> context, OutboxConsumeOptions options, IPipe<OutboxConsumeContext<T>> next, OutboxUnit unit)
        where T : class
    {
        var inbox = KeyOf(context, options);
        try
        {
            await next.Send(new UnitConsumeContext<T>(context, options, services, unit));
            await clerk.CommitAsync(database, unit, inbox, context.CancellationToken);
        }
        catch (Exception error)
        {
            await OutboxClerk<TDbContext>.AbandonAsync(database);

            // Asked of the table, for in a batch it is not certain which row was refused. A late copy may also be refused
            // by a saga that has moved on: that is no fault of the message.
            if (inbox is not null && await clerk.WasConsumedAsync(database, inbox, context.CancellationToken))
            {
                return false;
            }

            await context.NotifyFaulted(context, context.ReceiveContext.ElapsedTime, options.ConsumerType, error);
            throw;
        }

        unit.NoteCommit();
        return true;
    }

    public void Probe(ProbeContext context) => context.CreateFilterScope("entityFrameworkOutbox");

    private static InboxMessage? KeyOf<T>(ConsumeContext<T> context, OutboxConsumeOptions options)
        where T : class
        => (context.GetOriginalMessageId() ?? context.MessageId) is { } messageId
            ? new InboxMessage
            {
                MessageId = messageId,
                ConsumerId = options.ConsumerId,
                Redelivery = context.GetRedeliveryCount(),
            }
            : null;
}
