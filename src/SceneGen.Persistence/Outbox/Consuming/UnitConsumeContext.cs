using MassTransit;
using MassTransit.Middleware;
using MassTransit.Middleware.Outbox;

namespace SceneGen.Persistence.Outbox.Consuming;

/// <summary>A message's context in which whatever is sent becomes a row of the unit of work.</summary>
internal sealed class UnitConsumeContext<T>(
    ConsumeContext<T> context, OutboxConsumeOptions options, IServiceProvider services, OutboxUnit unit)
    : OutboxConsumeContextProxy<T>(context, options, services), IOutboxUnitContext
    where T : class
{
    public OutboxUnit Unit => unit;

    public override bool ContinueProcessing { get; set; } = true;

    // What was consumed before is found out by the inbox when the work is committed.
    public override bool IsMessageConsumed => false;

    public override bool IsOutboxDelivered => false;

    public override int ReceiveCount => 1;

    public override long? LastSequenceNumber => null;

    public override Task SetConsumed() => Task.CompletedTask;

    public override Task SetDelivered() => Task.CompletedTask;

    public override Task<List<OutboxMessageContext>> LoadOutboxMessages() => Task.FromResult(new List<OutboxMessageContext>());

    public override Task NotifyOutboxMessageDelivered(OutboxMessageContext message) => Task.CompletedTask;

    public override Task RemoveOutboxMessages() => Task.CompletedTask;

    // Whether it is a fault shows when the unit of work has ended; whoever opened it says so then.
    public override Task NotifyFaulted<TMessage>(
        ConsumeContext<TMessage> context, TimeSpan duration, string consumerType, Exception exception)
        => Task.CompletedTask;

    public override Task AddSend<TMessage>(SendContext<TMessage> context)
    {
        unit.Send(context);
        return Task.CompletedTask;
    }
}
