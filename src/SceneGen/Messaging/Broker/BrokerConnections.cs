using RabbitMQ.Client;
using RabbitMQ.Client.Exceptions;

namespace SceneGen.Messaging.Broker;

/// <summary>A connection for the time of an operator's look, beside the bus's own: what is closed with it goes back to its queue.</summary>
internal sealed class BrokerConnections(IConfiguration configuration, TimeProvider time)
{
    /// <summary>A replay takes half a minute at most.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan ToConnect = TimeSpan.FromSeconds(5);

    private readonly string? _address = configuration.GetConnectionString("Bus");

    /// <summary>Without one, the bus lives in this process.</summary>
    public bool HasBroker => !string.IsNullOrEmpty(_address);

    public async Task<T> UseAsync<T>(Func<IConnection, CancellationToken, Task<T>> work, CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(Longest, time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        try
        {
            await using var connection = await ConnectAsync(both.Token);
            return await work(connection, both.Token);
        }
        catch (Exception error) when (IsAbsence(error) && !cancellationToken.IsCancellationRequested)
        {
            throw new BrokerUnavailableException("The broker cannot be asked.", error);
        }
    }

    private static bool IsAbsence(Exception error)
        => error is BrokerUnreachableException or OperationInterruptedException or OperationCanceledException
            or PublishException or IOException or TimeoutException;

    private async Task<IConnection> ConnectAsync(CancellationToken cancellationToken)
    {
        var broker = BrokerAddress.Parse(_address!);
        var factory = new ConnectionFactory
        {
            UserName = broker.User,
            Password = broker.Password,
            VirtualHost = broker.VirtualHost,
            AutomaticRecoveryEnabled = false,
            RequestedConnectionTimeout = ToConnect,
            ClientProvidedName = "SceneGen operator",
        };
        var hosts = broker.Hosts.Select(host => new AmqpTcpEndpoint(
            host, broker.Port, new SslOption(broker.Hosts[0], enabled: broker.IsSecure)));
        return await factory.CreateConnectionAsync(hosts, cancellationToken);
    }
}
