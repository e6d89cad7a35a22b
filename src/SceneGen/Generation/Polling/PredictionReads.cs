using SceneGen.Generation.Intents;
using SceneGen.Generation.Traffic;
using SceneGen.Generation.Traffic.Pacing;
using SceneGen.Replicate;
using SceneGen.Replicate.Webhooks;

namespace SceneGen.Generation.Polling;

/// <summary>
/// Reads predictions: one by one while there are few; from the provider's list, once a beat for all, when there are many.
/// </summary>
internal sealed class PredictionReads(
    IReplicateApi replicate,
    PredictionPages pages,
    ProviderTraffic traffic,
    WebhookAddress webhooks,
    Beat beat,
    TimeProvider time) : IDisposable
{
    private static readonly TimeSpan Gathering = TimeSpan.FromMilliseconds(300);
    private static readonly TimeSpan Margin = TimeSpan.FromSeconds(60);

    /// <summary>Others may use the account too: a list that is mostly theirs is given up.</summary>
    private const int MostSeenForOne = 20;

    private readonly Lock _lock = new();
    private readonly CancellationTokenSource _stopped = new();
    private List<Read> _gathered = [];
    private bool _isAnswering;
    private Listing? _listing;

    public async Task<Look> LookAsync(GenerationIntent intent, CancellationToken cancellationToken)
    {
        beat.Count();
        if (!beat.IsBusy)
        {
            return await AskAsync(intent, cancellationToken);
        }

        if (FromListing(intent) is { } look)
        {
            return look;
        }

        var read = new Read(intent);
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
            return !_isAnswering && (_isAnswering = true);
        }
    }

    private List<Read> TakeGathered()
    {
        lock (_lock)
        {
            var reads = _gathered;
            _gathered = [];
            _isAnswering = reads.Count > 0;
            return reads;
        }
    }

    private async Task AnswerGatheredAsync()
    {
        // Cut short when the service stops: who has asked is told below.
        await Task.Delay(Gathering, time, _stopped.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        while (TakeGathered() is { Count: > 0 } reads)
        {
            try
            {
                await AnswerAsync(reads);
            }
            catch (Exception error)
            {
                // Whoever asked learns of it.
                reads.ForEach(read => read.Answer.TrySetException(error));
            }
        }
    }

    private async Task AnswerAsync(List<Read> reads)
    {
        // The list that was under way when these came may answer them as well.
        var left = reads.FindAll(read => !read.TryAnswer(FromListing(read.Intent)));
        if (left.Count > (_listing?.Pages ?? 1))
        {
            await ListAsync(left);
            left.RemoveAll(read => read.Answer.Task.IsCompleted);
        }

        await Task.WhenAll(left.Select(AnswerAloneAsync));
    }

    private async Task ListAsync(List<Read> reads)
    {
        var oldest = reads.MinBy(read => read.Intent.AskedAt)!.Intent;
        using var admission = await traffic.EnterAsync(CallOf(oldest), _stopped.Token);
        if (admission.Permit is null)
        {
            reads.ForEach(read => read.TryAnswer(Look.Later(admission.Wait, admission.Stop)));
            return;
        }

        var most = reads.Count * MostSeenForOne;
        var listing = new Listing(time.GetUtcNow());
        await pages.ReadAsync(
            admission.Permit,
            (oldest.AskedAt - Margin, listing.AskedAt + Margin),
            page => Task.FromResult(listing.Add(page) >= most),
            _stopped.Token);
        _listing = listing;
        foreach (var read in reads.Where(read => listing.Find(read.Intent.PredictionId!) is not null))
        {
            read.TryAnswer(Look.At(listing.Find(read.Intent.PredictionId!)!));
        }
    }

    /// <summary>What this beat's list says; null where it says nothing, or too little.</summary>
    private Look? FromListing(GenerationIntent intent)
    {
        if (_listing is not { } listing || !beat.IsSince(listing.AskedAt))
        {
            return null;
        }

        var prediction = listing.Find(intent.PredictionId!);
        return prediction switch
        {
            { IsOver: true } => Look.At(prediction),

            // The webhook that has brought this check forward may know more than the list did.
            _ when webhooks.AreOn => null,
            not null => Look.At(prediction),
            null => listing.IsTooOldFor(intent.AskedAt) ? Look.Later(beat.UntilNext()) : null,
        };
    }

    private async Task AnswerAloneAsync(Read read)
    {
        try
        {
            read.TryAnswer(await AskAsync(read.Intent, _stopped.Token));
        }
        catch (Exception error)
        {
            read.Answer.TrySetException(error);
        }
    }

    private async Task<Look> AskAsync(GenerationIntent intent, CancellationToken cancellationToken)
    {
        using var admission = await traffic.EnterAsync(CallOf(intent), cancellationToken);
        return admission.Permit is null
            ? Look.Later(admission.Wait, admission.Stop)
            : Look.At(await admission.Permit.UseAsync(
                () => replicate.GetPredictionAsync(intent.PredictionId!, cancellationToken), cancellationToken));
    }

    private static ProviderCall CallOf(GenerationIntent intent) => new(new Ticket(intent.AskedAt, intent.SceneId));

    private sealed record Read(GenerationIntent Intent)
    {
        public TaskCompletionSource<Look> Answer { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public bool TryAnswer(Look? look) => look is { } answer && Answer.TrySetResult(answer);
    }
}
