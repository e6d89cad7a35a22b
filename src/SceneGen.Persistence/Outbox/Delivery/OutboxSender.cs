using MassTransit;
using MassTransit.Middleware;
using MassTransit.Serialization;

namespace SceneGen.Persistence.Outbox.Delivery;

/// <summary>Gives a row's message to the bus.</summary>
internal sealed class OutboxSender(IBus bus, TimeProvider time)
{
    private static readonly TimeSpan SendTimeout = TimeSpan.FromSeconds(20);

    public async Task SendAsync(OutboxMessage row, CancellationToken cancellationToken)
    {
        using var timeout = new CancellationTokenSource(SendTimeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, timeout.Token);

        var message = new StoredMessage(row, OutboxRows.EnvelopeOf(row), time.GetUtcNow());
        var endpoint = await bus.GetSendEndpoint(message.DestinationAddress!);
        var pipe = new OutboxMessageSendPipe(message, message.DestinationAddress!);
        await endpoint.Send(new SerializedMessageBody(), pipe, either.Token);
    }
}
