using SceneGen.Messaging;
using SceneGen.Messaging.Broker;
using SceneGen.Messaging.Doors;

namespace SceneGen.Operations.Invariants;

/// <summary>How much lies in the service's queues. The bus within the process has none.</summary>
internal sealed class BrokerQueues(BrokerConnections connections)
{
    private const string Error = "_error";
    private const string Skipped = "_skipped";

    public bool AreThere => connections.HasBroker;

    /// <summary>Whether messages lie there that could not be handled, or that nobody knows.</summary>
    public static bool IsForFailed(string queue)
        => queue.EndsWith(Error, StringComparison.Ordinal) || queue.EndsWith(Skipped, StringComparison.Ordinal);

    /// <summary>Those that hold messages, among them those of messages that failed.</summary>
    public Task<IReadOnlyDictionary<string, uint>> CountAsync(CancellationToken cancellationToken)
        => connections.UseAsync<IReadOnlyDictionary<string, uint>>(
            async (connection, stop) =>
            {
                var counts = new Dictionary<string, uint>(StringComparer.Ordinal);
                foreach (var queue in Queues.Names.Concat(DoorRegistration.Names)
                    .SelectMany(name => new[] { name, name + Error, name + Skipped }))
                {
                    if (await QueueLength.OfAsync(connection, queue, stop) is > 0 and var count)
                    {
                        counts[queue] = count;
                    }
                }

                return counts;
            },
            cancellationToken);
}
