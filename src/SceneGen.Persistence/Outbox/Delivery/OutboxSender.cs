using MassTransit;
using MassTransit.Serialization;
using SceneGen.Persistence.Outbox.Telemetry;

namespace SceneGen.Persistence.Outbox.Delivery;

/// <summary>Gives a row's message to the bus.</summary>
internal sealed class OutboxSender(IBus bus, TimeProvider time)
{
    private static readonly TimeSpan SendTimeout = TimeSpan.FromSeconds(20);

    public async Task SendAsync(OutboxMessage row, CancellationToken cancellationToken)
    {
        using var timeout = new CancellationTokenSource(SendTimeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, timeout.Token);

        var now = time.GetUtcNow();
        var message = new StoredMessage(row, now);
        var pipe = new StoredMessagePipe(row, message, now);
        using var span = OutboxTrace.Resume(message.Envelope);
        var endpoint = await bus.GetSendEndpoint(new Uri(row.Destination));
        await endpoint.Send(new SerializedMessageBody(), pipe, either.Token);
    }
}
