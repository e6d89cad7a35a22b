using SceneGen.Simulator.Replicate.History;
using SceneGen.Simulator.Replicate.Models;

namespace SceneGen.Simulator.Replicate.Predictions;

/// <summary>
/// One prediction. Its status is not stored: it follows from the clock, the cancellation and the work's outcome,
/// so every reader sees the same story whenever it looks.
/// </summary>
internal sealed class FakePrediction(PredictionRecord record, FakeModel model, long sequence)
{
    private readonly Lock _lock = new();
    private DateTimeOffset? _canceledAt = record.CanceledAt;
    private PredictionOutcome? _outcome = record.Outcome;
    private int _gets = record.Gets;

    /// <summary>What was settled when it was created.</summary>
    public PredictionRecord Record => record;

    public FakeModel Model => model;

    public PictureOrder Order { get; } = model.Read(record.Input);

    public string Id => record.Id;

    public long Sequence => sequence;

    public string DeliveryKey => record.DeliveryKey;

    public DateTimeOffset CreatedAt => record.CreatedAt;

    public DateTimeOffset? Deadline => record.Deadline;

    public Fault? Fault { get; } = Faults.Named(record.Fault);

    public int Gets => Volatile.Read(ref _gets);

    public PredictionOutcome? Outcome
    {
        get
        {
            lock (_lock)
            {
                return _outcome;
            }
        }
    }

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

    /// <returns>False where it had ended before.</returns>
    public bool Cancel(DateTimeOffset now)
    {
        lock (_lock)
        {
            if (At(now).Ended)
            {
                return false;
            }

            _canceledAt = now;
            return true;
        }
    }

    public PredictionSnapshot At(DateTimeOffset now)
    {
        lock (_lock)
        {
            var stop = Earlier(_canceledAt, record.Deadline);
            var end = _outcome is null ? (DateTimeOffset?)null : Later(record.EndsAt, _outcome.At);
            if (stop <= now && !(end <= stop))
            {
                return Stopped(stop.Value);
            }

            if (end <= now)
            {
                var status = _outcome!.Error is null ? "succeeded" : "failed";
                return new(status, Earlier(record.StartsAt, end), end, _outcome);
            }

            return now < record.StartsAt
                ? new("starting", null, null, null)
                : new("processing", record.StartsAt, null, null);
        }
    }

    private PredictionSnapshot Stopped(DateTimeOffset at)
    {
        var byDeadline = _canceledAt is null || record.Deadline < _canceledAt;
        return at >= record.StartsAt
            ? new("canceled", record.StartsAt, at, null)
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
