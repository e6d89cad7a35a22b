using System.Globalization;
using RabbitMQ.Client;
using SceneGen.Operations.DeadLetters.Reading;

namespace SceneGen.Operations.DeadLetters.Broker;

/// <summary>
/// One queue's messages, held on a channel of its own: nobody else gets them meanwhile, and those that were not settled
/// are back in their places when it closes.
/// </summary>
internal sealed class QueueVisit : IAsyncDisposable
{
    private const int MostHeld = 1000;
    private const long MostBytes = 32 * 1024 * 1024;

    /// <summary>
    /// A quorum queue counts how often a message was given back, and a broker may drop one after twenty times: before
    /// that it is put in anew.
    /// </summary>
    private const long MostReturns = 10;
    private const string Returns = "x-delivery-count";

    private readonly IChannel _channel;
    private readonly HashSet<ulong> _settled = [];
    private readonly List<(DeadLetter Letter, BasicGetResult Message)> _held = [];

    private QueueVisit(IChannel channel, string queue) => (_channel, Queue) = (channel, queue);

    public string Queue { get; }

    public IEnumerable<DeadLetter> Letters => _held.Select(held => held.Letter);

    /// <summary>How many lie behind those that are held.</summary>
    public int Beyond { get; private set; }

    public static async Task<QueueVisit> OpenAsync(
        IConnection connection, string queue, CancellationToken cancellationToken)
    {
        var channel = await connection.CreateChannelAsync(
            new CreateChannelOptions(publisherConfirmationsEnabled: true, publisherConfirmationTrackingEnabled: true),
            cancellationToken);
        var visit = new QueueVisit(channel, queue);
        await visit.TakeAsync(cancellationToken);
        return visit;
    }

    /// <summary>To where it failed, under the id it had; it is taken off here once the broker has it there.</summary>
    public async Task SendBackAsync(DeadLetter letter, CancellationToken cancellationToken)
    {
        var message = MessageOf(letter);
        await _channel.BasicPublishAsync(
            letter.Destination, "", mandatory: true, Replay.Of(message), message.Body, cancellationToken);
        await RemoveAsync(letter, cancellationToken);
    }

    public Task RemoveAsync(DeadLetter letter, CancellationToken cancellationToken)
        => RemoveAsync(MessageOf(letter), cancellationToken);

    /// <summary>Before it ends: what was given back often goes to the queue's end as if it had just come.</summary>
    public async Task RenewAsync(CancellationToken cancellationToken)
    {
        foreach (var (letter, message) in _held)
        {
            if (!_settled.Contains(message.DeliveryTag)
                && message.BasicProperties.Headers?.TryGetValue(Returns, out var count) is true
                && Convert.ToInt64(count, CultureInfo.InvariantCulture) >= MostReturns)
            {
                var properties = new BasicProperties(message.BasicProperties) { Persistent = true };
                properties.Headers!.Remove(Returns);
                await _channel.BasicPublishAsync(
                    "", letter.Queue, mandatory: true, properties, message.Body, cancellationToken);
                await RemoveAsync(message, cancellationToken);
            }
        }
    }

    public ValueTask DisposeAsync() => _channel.DisposeAsync();

    private async Task RemoveAsync(BasicGetResult message, CancellationToken cancellationToken)
    {
        await _channel.BasicAckAsync(message.DeliveryTag, multiple: false, cancellationToken);
        _settled.Add(message.DeliveryTag);
    }

    private BasicGetResult MessageOf(DeadLetter letter) => _held.First(held => ReferenceEquals(held.Letter, letter)).Message;

    private async Task TakeAsync(CancellationToken cancellationToken)
    {
        long bytes = 0;
        while (_held.Count < MostHeld
            && bytes < MostBytes
            && await _channel.BasicGetAsync(Queue, autoAck: false, cancellationToken) is { } message)
        {
            _held.Add((LetterReader.Read(Queue, message), message));
            bytes += message.Body.Length;
            Beyond = (int)Math.Min(message.MessageCount, int.MaxValue);
        }
    }
}
