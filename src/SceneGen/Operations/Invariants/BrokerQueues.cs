using RabbitMQ.Client;
using RabbitMQ.Client.Exceptions;
using SceneGen.Messaging;
using SceneGen.Messaging.Doors;

namespace SceneGen.Operations.Invariants;

/// <summary>How much lies in the service's queues, asked without changing them. The bus within the process has none.</summary>
internal sealed class BrokerQueues(BrokerAddress? address)
{
    private const string Error = "_error";
    private const string Skipped = "_skipped";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    public bool AreThere => address is not null;

    /// <summary>Whether messages lie there that could not be handled, or that nobody knows.</summary>
    public static bool IsForFailed(string queue)
        => queue.EndsWith(Error, StringComparison.Ordinal) || queue.EndsWith(Skipped, StringComparison.Ordinal);

    /// <summary>Those that hold messages, among them those of messages that failed.</summary>
    public async Task<IReadOnlyDictionary<string, uint>> CountAsync(CancellationToken cancellationToken)
    {
        var counts = new Dictionary<string, uint>(StringComparer.Ordinal);
        await using var connection = await ConnectAsync(address!, cancellationToken);
        foreach (var name in Queues.Names.Concat(DoorRegistration.Names))
        {
            foreach (var queue in new[] { name, name + Error, name + Skipped })
            {
                if (await CountAsync(connection, queue, cancellationToken) is > 0 and var count)
                {
                    counts[queue] = count;
                }
            }
        }

        return counts;
    }

    private static async Task<uint> CountAsync(
        IConnection connection, string queue, CancellationToken cancellationToken)
    {
        // A queue that is not there takes the channel with it.
        await using var channel = await connection.CreateChannelAsync(cancellationToken: cancellationToken);
        try
        {
            return (await channel.QueueDeclarePassiveAsync(queue, cancellationToken)).MessageCount;
        }
        catch (OperationInterruptedException error) when (error.ShutdownReason?.ReplyCode == Constants.NotFound)
        {
            return 0;
        }
    }

    private static Task<IConnection> ConnectAsync(BrokerAddress broker, CancellationToken cancellationToken)
        => new ConnectionFactory
        {
            UserName = broker.User,
            Password = broker.Password,
            VirtualHost = broker.VirtualHost,
            AutomaticRecoveryEnabled = false,
            RequestedConnectionTimeout = Patience,
            ContinuationTimeout = Patience,
        }.CreateConnectionAsync(
            [
                .. broker.Hosts.Select(host => new AmqpTcpEndpoint(
                    host, broker.Port, new SslOption { Enabled = broker.IsSecure, ServerName = broker.Hosts[0] })),
            ],
            cancellationToken);
}
