using System.Collections.Concurrent;
using RabbitMQ.Client;
using RabbitMQ.Client.Exceptions;
using SceneGen.Messaging;

namespace SceneGen.Observability.Readings;

/// <summary>How many messages lie in the broker's error queues. The bus within the process has none that last.</summary>
internal sealed partial class DeadLetterQueues(
    EndpointNames endpoints, IConfiguration configuration, TimeProvider time, ILogger<DeadLetterQueues> logger)
{
    private const string Suffix = "_error";
    private static readonly TimeSpan BetweenReads = TimeSpan.FromMinutes(1);

    private DateTimeOffset _nextAt;
    private IReadOnlyDictionary<string, long> _latest = new ConcurrentDictionary<string, long>();

    /// <summary>Anew once a minute; empty while the broker does not answer.</summary>
    public async Task<IReadOnlyDictionary<string, long>> ReadAsync(CancellationToken cancellationToken)
    {
        if (configuration.GetConnectionString("Bus") is not { Length: > 0 } address || time.GetUtcNow() < _nextAt)
        {
            return _latest;
        }

        try
        {
            _latest = await CountAsync(BrokerAddress.Parse(address), cancellationToken);
        }
        catch (Exception error) when (error is RabbitMQClientException or IOException or OperationCanceledException)
        {
            _latest = new ConcurrentDictionary<string, long>();
            Log.Failed(logger, error.GetType().Name);
        }

        _nextAt = time.GetUtcNow() + BetweenReads;
        return _latest;
    }

    private async Task<IReadOnlyDictionary<string, long>> CountAsync(
        BrokerAddress broker, CancellationToken cancellationToken)
    {
        var factory = new ConnectionFactory
        {
            Port = broker.Port,
            VirtualHost = broker.VirtualHost,
            UserName = broker.User,
            Password = broker.Password,
            Ssl = new SslOption(broker.Hosts[0], enabled: broker.IsSecure),
        };
        await using var connection = await factory.CreateConnectionAsync(broker.Hosts, "SceneGen metrics", cancellationToken);
        var counts = new ConcurrentDictionary<string, long>(StringComparer.Ordinal);
        foreach (var queue in endpoints.All)
        {
            if (await CountAsync(connection, queue + Suffix, cancellationToken) is { } count)
            {
                counts[queue + Suffix] = count;
            }
        }

        return counts;
    }

    private static async Task<long?> CountAsync(IConnection connection, string queue, CancellationToken cancellationToken)
    {
        // The broker ends the channel of whoever asks for a queue that is not there, as most of these are not.
        await using var channel = await connection.CreateChannelAsync(cancellationToken: cancellationToken);
        try
        {
            return (await channel.QueueDeclarePassiveAsync(queue, cancellationToken)).MessageCount;
        }
        catch (OperationInterruptedException error) when (error.ShutdownReason?.ReplyCode == Constants.NotFound)
        {
            return null;
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "The broker's error queues could not be counted ({Error}).")]
        public static partial void Failed(ILogger logger, string error);
    }
}
