using SceneGen.Replicate;
using SceneGen.Replicate.Wire;

namespace SceneGen.Generation.Polling;

/// <summary>
/// Reads predictions: one by one while there are few, and many at once from the provider's list when many are asked for at
/// one moment.
/// </summary>
internal sealed class PredictionReads(IReplicateApi replicate, TimeProvider time) : IDisposable
{
    /// <summary>From more than so many on, a page of the list costs less than the reads it saves.</summary>
    public const int Few = 20;

    private static readonly TimeSpan Gathering = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan Margin = TimeSpan.FromSeconds(60);

    /// <summary>Others may use the account too: a list that is mostly theirs is given up.</summary>
    private const int MostSeenForOne = 20;

    private readonly Lock _lock = new();
    private readonly RecentReads _recent = new(time);
    private readonly CancellationTokenSource _stopped = new();
    private List<Read> _gathered = [];

    /// <summary>How many predictions are looked at in the time of the longest wait, about.</summary>
    public int InFlight => _recent.Count;

    public async Task<Prediction> ReadAsync(string id, DateTimeOffset askedAt, CancellationToken cancellationToken)
    {
        _recent.Add();
        if (_recent.Count <= Few)
        {
            return await replicate.GetPredictionAsync(id, cancellationToken);
        }

        var read = new Read(id, askedAt);
        if (Gather(read))
        {
            _ = Task.Run(AnswerGatheredAsync, CancellationToken.None);
        }

        return await read.Answer.Task.WaitAsync(cancellationToken);
    }

    public void Dispose()
    {
        _stopped.Cancel();
        _stopped.Dispose();
    }

    /// <summary>True for the first of a moment.</summary>
    private bool Gather(Read read)
    {
        lock (_lock)
        {
            _gathered.Add(read);
            return _gathered.Count == 1;
        }
    }

    private async Task AnswerGatheredAsync()
    {
        List<Read> reads = [];
        try
        {
            await Task.Delay(Gathering, time, _stopped.Token);
            lock (_lock)
            {
                (reads, _gathered) = (_gathered, []);
            }

            var left = reads.ToDictionary(read => read.Id, StringComparer.Ordinal);
            if (left.Count > Few)
            {
                await AnswerFromListAsync(left);
            }

            await Task.WhenAll(left.Values.Select(AnswerAsync));
        }
        catch (Exception error)
        {
            // Whoever asked learns of it.
            reads.ForEach(read => read.Answer.TrySetException(error));
        }
    }

    private async Task AnswerFromListAsync(Dictionary<string, Read> left)
    {
        var most = left.Count * MostSeenForOne;
        var (oldest, newest) = (left.Values.Min(read => read.AskedAt), left.Values.Max(read => read.AskedAt));
        await foreach (var prediction in replicate.ListPredictionsAsync(oldest - Margin, newest + Margin, _stopped.Token))
        {
            // A list may leave the output out, but not keep a picture from anybody.
            var isWhole = prediction.Status is not "succeeded" || prediction.OutputUrl is { Length: > 0 };
            if (isWhole && left.Remove(prediction.Id, out var read))
            {
                read.Answer.TrySetResult(prediction);
            }

            if (left.Count == 0 || --most == 0)
            {
                return;
            }
        }
    }

    private async Task AnswerAsync(Read read)
    {
        try
        {
            read.Answer.TrySetResult(await replicate.GetPredictionAsync(read.Id, _stopped.Token));
        }
        catch (Exception error)
        {
            read.Answer.TrySetException(error);
        }
    }

    private sealed record Read(string Id, DateTimeOffset AskedAt)
    {
        public TaskCompletionSource<Prediction> Answer { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
