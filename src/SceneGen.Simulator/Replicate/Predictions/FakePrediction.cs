using SceneGen.Simulator.Replicate.Models;

namespace SceneGen.Simulator.Replicate.Predictions;

/// <summary>
/// One prediction. Its status is not stored: it follows from the clock, the cancellation and the work's outcome,
/// so every reader sees the same story whenever it looks.
/// </summary>
internal sealed class FakePrediction(PredictionRequest request, PictureOrder order)
{
    private readonly Lock _lock = new();
    private DateTimeOffset? _canceledAt;
    private PredictionOutcome? _outcome;
    private int _gets;

    public PredictionRequest Request => request;

    public PictureOrder Order => order;

    public required string Id { get; init; }

    public required long Sequence { get; init; }

    /// <summary>The unguessable part of the output's URL.</summary>
    public required string DeliveryKey { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset StartsAt { get; init; }

    /// <summary>The end, unless the work takes longer.</summary>
    public required DateTimeOffset EndsAt { get; init; }

    public required DateTimeOffset? Deadline { get; init; }

    public required Fault? Fault { get; init; }

    public int Gets => Volatile.Read(ref _gets);

    public DateTimeOffset? CanceledAt
    {
        get
        {
            lock (_lock)
            {
                return _canceledAt;
            }
        }
    }

    public void CountGet()
    {
        Interlocked.Increment(ref _gets);
    }

    public void Finish(PredictionOutcome outcome)
    {
        lock (_lock)
        {
            _outcome ??= outcome;
        }
    }

    public void Cancel(DateTimeOffset now)
    {
        lock (_lock)
        {
            if (!At(now).Ended)
            {
                _canceledAt = now;
            }
        }
    }

    public PredictionSnapshot At(DateTimeOffset now)
    {
        lock (_lock)
        {
            var stop = Earlier(_canceledAt, Deadline);
            var end = _outcome is null ? (DateTimeOffset?)null : Later(EndsAt, _outcome.At);
            if (stop <= now && !(end <= stop))
            {
                return Stopped(stop.Value);
            }

            if (end <= now)
            {
                return new(_outcome!.Error is null ? "succeeded" : "failed", StartsAt, end, _outcome);
            }

            return now < StartsAt ? new("starting", null, null, null) : new("processing", StartsAt, null, null);
        }
    }

    private PredictionSnapshot Stopped(DateTimeOffset at)
    {
        var byDeadline = _canceledAt is null || Deadline < _canceledAt;
        return at >= StartsAt
            ? new("canceled", StartsAt, at, null)
            : new(byDeadline ? "aborted" : "canceled", null, at, null);
    }

    private static DateTimeOffset? Earlier(DateTimeOffset? one, DateTimeOffset? other)
    {
        return one is null || other < one ? other : one;
    }

    private static DateTimeOffset Later(DateTimeOffset one, DateTimeOffset other)
    {
        return one > other ? one : other;
    }
}
