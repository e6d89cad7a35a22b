using RabbitMQ.Client.Exceptions;
using SceneGen.Messaging.Broker;

namespace SceneGen.Operations.DeadLetters.Broker;

/// <summary>What lies in the queues of failures, one visitor of this instance at a time.</summary>
internal sealed class BrokerDesk(
    BrokerConnections connections, ErrorQueues queues, ErrorQueueCounts counts, TimeProvider time) : IDisposable
{
    /// <summary>A broker counts how often a message is given back; who turns pages looks at the same look again.</summary>
    private static readonly TimeSpan FreshFor = TimeSpan.FromSeconds(10);

    private readonly SemaphoreSlim _one = new(1, 1);
    private (DateTimeOffset At, IReadOnlyList<DeadLetter> Letters, IReadOnlyDictionary<string, int> Beyond)? _last;

    public bool HasBroker => connections.HasBroker;

    public async Task<DeadLetterLook> LookAsync(DeadLetterChoice choice, CancellationToken cancellationToken)
    {
        await _one.WaitAsync(cancellationToken);
        try
        {
            if (_last is not { } last || time.GetUtcNow() - last.At > FreshFor)
            {
                var letters = new List<DeadLetter>();
                var beyond = new Dictionary<string, int>(StringComparer.Ordinal);
                await VisitAsync(
                    new DeadLetterChoice(),
                    (visit, _) =>
                    {
                        letters.AddRange(visit.Letters);
                        beyond[visit.Queue] = visit.Beyond;
                        return Task.FromResult(DeadLetterReport.Empty);
                    },
                    cancellationToken);
                _last = last = (time.GetUtcNow(), letters, beyond);
                counts.Forget(letters.Select(letter => letter.Queue));
            }

            return Of(choice, last.Letters, last.Beyond);
        }
        finally
        {
            _one.Release();
        }
    }

    public Task<DeadLetterReport> ReplayAsync(
        DeadLetterChoice choice, bool dryRun, DeadLetterPace pace, CancellationToken cancellationToken)
        => SettleAsync(choice, (visit, stop) => ReplayAsync(visit, choice, dryRun, pace, stop), cancellationToken);

    public Task<DeadLetterReport> DiscardAsync(DeadLetterChoice choice, CancellationToken cancellationToken)
        => SettleAsync(
            choice,
            async (visit, stop) =>
            {
                var letters = visit.Letters.Where(choice.Holds).ToList();
                foreach (var letter in letters)
                {
                    await visit.RemoveAsync(letter, stop);
                }

                return new DeadLetterReport
                {
                    Matched = letters.Count,
                    Done = letters.Count,
                    Beyond = choice.MayHold(visit.Queue, visit.Beyond, letters),
                    Items = letters,
                };
            },
            cancellationToken);

    public void Dispose() => _one.Dispose();

    private static DeadLetterLook Of(
        DeadLetterChoice choice, IReadOnlyList<DeadLetter> letters, IReadOnlyDictionary<string, int> beyond)
    {
        var found = letters.Where(choice.Holds).ToList();
        return new DeadLetterLook(
            found, beyond.Sum(queue => choice.MayHold(queue.Key, queue.Value, found.FindAll(letter => letter.Queue == queue.Key))));
    }

    private static async Task<DeadLetterReport> ReplayAsync(
        QueueVisit visit, DeadLetterChoice choice, bool dryRun, DeadLetterPace pace, CancellationToken cancellationToken)
    {
        var letters = visit.Letters.Where(choice.Holds).ToList();
        var refused = new Dictionary<string, string>(StringComparer.Ordinal);
        var done = 0;
        foreach (var letter in dryRun ? [] : letters)
        {
            if (!await pace.NextAsync(cancellationToken))
            {
                break;
            }

            try
            {
                await visit.SendBackAsync(letter, cancellationToken);
                done++;
            }
            catch (PublishException error) when (error.IsReturn)
            {
                refused[letter.Id] = $"There is nobody for it at {letter.Destination}.";
            }
        }

        var beyond = choice.MayHold(visit.Queue, visit.Beyond, letters);
        return new DeadLetterReport
        {
            DryRun = dryRun,
            Matched = letters.Count,
            Done = done,
            Left = dryRun ? 0 : letters.Count - done - refused.Count + beyond,
            Beyond = beyond,
            Items = letters,
            Refused = refused,
        };
    }

    private async Task<DeadLetterReport> SettleAsync(
        DeadLetterChoice choice,
        Func<QueueVisit, CancellationToken, Task<DeadLetterReport>> settle,
        CancellationToken cancellationToken)
    {
        if (!HasBroker)
        {
            return DeadLetterReport.Empty;
        }

        await _one.WaitAsync(cancellationToken);
        try
        {
            return await VisitAsync(choice, settle, cancellationToken);
        }
        finally
        {
            _last = null;
            counts.Forget([]);
            _one.Release();
        }
    }

    private Task<DeadLetterReport> VisitAsync(
        DeadLetterChoice choice,
        Func<QueueVisit, CancellationToken, Task<DeadLetterReport>> work,
        CancellationToken cancellationToken)
        => connections.UseAsync(
            async (connection, stop) =>
            {
                var report = DeadLetterReport.Empty;
                foreach (var queue in queues.Names.Where(choice.IsOf))
                {
                    if (await QueueLength.OfAsync(connection, queue, stop) is null or 0)
                    {
                        continue;
                    }

                    await using var visit = await QueueVisit.OpenAsync(connection, queue, stop);
                    report = report.And(await work(visit, stop));
                    await visit.RenewAsync(stop);
                }

                return report;
            },
            cancellationToken);
}
