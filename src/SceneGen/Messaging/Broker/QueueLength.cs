using RabbitMQ.Client;
using RabbitMQ.Client.Exceptions;

namespace SceneGen.Messaging.Broker;

/// <summary>How much lies in a queue, asked without changing it.</summary>
internal static class QueueLength
{
    /// <summary>How many are ready; null where there is no such queue, as there is none of errors before the first.</summary>
    public static async Task<uint?> OfAsync(IConnection connection, string queue, CancellationToken cancellationToken)
    {
        // The broker ends the channel of whoever asks for a queue that is not there.
        await using var channel = await connection.CreateChannelAsync(cancellationToken: cancellationToken);
        try
        {
            return (await channel.QueueDeclarePassiveAsync(queue, cancellationToken)).MessageCount;
        }
        catch (OperationInterruptedException missing) when (missing.ShutdownReason?.ReplyCode == Constants.NotFound)
        {
            return null;
        }
    }
}
