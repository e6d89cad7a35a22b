using System.Threading.Channels;
using MassTransit;
using MassTransit.Transports;
using SceneGen.Persistence.Outbox.Delivery;

namespace SceneGen.Persistence.Outbox.HandOver;

/// <summary>What waits for one endpoint's consumer within the process.</summary>
internal sealed class LocalQueue(IReceiveEndpointDispatcher dispatcher, TimeProvider time)
{
    /// <summary>More than this is left to the bus, and so to other instances.</summary>
    private const int MostWaiting = 1000;

    private readonly Channel<OutboxMessage> _rows = Channel.CreateBounded<OutboxMessage>(MostWaiting);

    /// <summary>How many messages are consumed at a time.</summary>
    public required int Workers { get; init; }

    public ChannelReader<OutboxMessage> Rows => _rows.Reader;

    public bool TryAdd(OutboxMessage row) => _rows.Writer.TryWrite(row);

    /// <summary>Returns when the message was consumed, on the very path that the endpoint's own messages take.</summary>
    public Task ConsumeAsync(OutboxMessage row, CancellationToken cancellationToken)
    {
        var message = new StoredMessage(row, time.GetUtcNow());
        var headers = new Dictionary<string, object>(message.Envelope.Headers ?? [], StringComparer.OrdinalIgnoreCase)
        {
            [MessageHeaders.ContentType] = message.ContentType.ToString(),
            [MessageHeaders.MessageId] = row.MessageId.ToString(),
        };
        return dispatcher.Dispatch(message.Body, headers, cancellationToken);
    }
}
