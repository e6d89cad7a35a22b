using RabbitMQ.Client;
using RabbitMQ.Client.Exceptions;
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
    private const ushort NotFound = 404;

    private readonly IChannel _channel;
    private readonly List<(DeadLetter Letter, BasicGetResult Message)> _held = [];

    private QueueVisit(IChannel channel) => _channel = channel;

    public IEnumerable<DeadLetter> Letters => _held.Select(held => held.Letter);

    /// <summary>How many are ready; null where there is no such queue, as there is none before the first failure.</summary>
    public static async Task<uint?> CountAsync(IConnection connection, string queue, CancellationToken cancellationToken)
    {
        await using var channel = await connection.CreateChannelAsync(cancellationToken: cancellationToken);
        try
        {
            return (await channel.QueueDeclarePassiveAsync(queue, cancellationToken)).MessageCount;
        }
        catch (OperationInterruptedException missing) when (missing.ShutdownReason?.ReplyCode == NotFound)
        {
            return null;
        }
    }

    public static async Task<QueueVisit> OpenAsync(
        IConnection connection, string queue, CancellationToken cancellationToken)
    {
        var channel = await connection.CreateChannelAsync(
            new CreateChannelOptions(publisherConfirmationsEnabled: true, publisherConfirmationTrackingEnabled: true),
            cancellationToken);
        var visit = new QueueVisit(channel);
        await visit.TakeAsync(queue, cancellationToken);
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

    public async Task RemoveAsync(DeadLetter letter, CancellationToken cancellationToken)
        => await _channel.BasicAckAsync(MessageOf(letter).DeliveryTag, multiple: false, cancellationToken);

    public ValueTask DisposeAsync() => _channel.DisposeAsync();

    private BasicGetResult MessageOf(DeadLetter letter) => _held.First(held => held.Letter.Equals(letter)).Message;

    private async Task TakeAsync(string queue, CancellationToken cancellationToken)
    {
        long bytes = 0;
        while (_held.Count < MostHeld
            && bytes < MostBytes
            && await _channel.BasicGetAsync(queue, autoAck: false, cancellationToken) is { } message)
        {
            _held.Add((LetterReader.Read(queue, message), message));
            bytes += message.Body.Length;
        }
    }
}
