using System.Collections.Concurrent;

namespace SceneGen.Messaging.Broker;

/// <summary>
/// How many messages lie in which queue of failures. A queue is made by its first failure, and a broker writes an error
/// into its log for each question about one that is not there: those are asked for rarely.
/// </summary>
internal sealed class ErrorQueueCounts(BrokerConnections connections, ErrorQueues queues, TimeProvider time) : IDisposable
{
    private static readonly TimeSpan FreshFor = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan MissingFor = TimeSpan.FromMinutes(5);

    private readonly SemaphoreSlim _one = new(1, 1);
    private readonly ConcurrentDictionary<string, DateTimeOffset> _missing = new(StringComparer.Ordinal);
    private (DateTimeOffset At, IReadOnlyDictionary<string, long> Counts)? _last;

    public bool HasBroker => connections.HasBroker;

    /// <summary>Only those that hold any; what a visitor holds at this moment is not among it.</summary>
    public async Task<IReadOnlyDictionary<string, long>> CountAsync(CancellationToken cancellationToken)
    {
        await _one.WaitAsync(cancellationToken);
        try
        {
            if (_last is not { } last || time.GetUtcNow() - last.At >= FreshFor)
            {
                _last = last = (time.GetUtcNow(), await AskAsync(cancellationToken));
            }

            return last.Counts;
        }
        finally
        {
            _one.Release();
        }
    }

    /// <summary>These were seen, or what lies in them was changed.</summary>
    public void Forget(IEnumerable<string> seen)
    {
        foreach (var queue in seen)
        {
            _missing.TryRemove(queue, out _);
        }

        _last = null;
    }

    public void Dispose() => _one.Dispose();

    private Task<IReadOnlyDictionary<string, long>> AskAsync(CancellationToken cancellationToken)
        => connections.UseAsync<IReadOnlyDictionary<string, long>>(
            async (connection, stop) =>
            {
                var now = time.GetUtcNow();
                var counts = new Dictionary<string, long>(StringComparer.Ordinal);
                foreach (var queue in queues.Names.Where(queue => !(_missing.GetValueOrDefault(queue) > now)))
                {
                    switch (await QueueLength.OfAsync(connection, queue, stop))
                    {
                        case null:
                            _missing[queue] = now + MissingFor;
                            break;
                        case > 0 and var count:
                            counts[queue] = count;
                            break;
                    }
                }

                return counts;
            },
            cancellationToken);
}
