using System.Security.Cryptography;
using System.Text;
using SceneGen.Simulator.Replicate.Course;
using SceneGen.Simulator.Replicate.History;
using SceneGen.Simulator.Replicate.Models;

namespace SceneGen.Simulator.Replicate.Predictions;

/// <summary>
/// One prediction. Its status is not stored: it follows from the clock, the cancellation and the work's outcome,
/// so every reader sees the same story whenever it looks.
/// </summary>
internal sealed class FakePrediction(PredictionRecord record, FakeModel model, int sequence)
{
    private readonly Lock _lock = new();
    private DateTimeOffset? _canceledAt = record.CanceledAt;
    private PredictionOutcome? _outcome = record.Outcome;
    private int _gets = record.Gets;

    /// <summary>What was settled when it was created.</summary>
    public PredictionRecord Record => record;

    public FakeModel Model => model;

    public PictureOrder Order { get; } = model.Read(record.Input);

    /// <summary>The same for the same model and input.</summary>
    public string InputDigest { get; } = Digest(record);

    public string Id => record.Id;

    public int Sequence => sequence;

    public string DeliveryKey => record.DeliveryKey;

    public DateTimeOffset CreatedAt => record.CreatedAt;

    public DateTimeOffset? Deadline => record.Deadline;

    public Fault? Fault { get; } = Faults.Named(record.Fault);

    /// <summary>What has been told of it, and to whom.</summary>
    public PredictionStory Story { get; } = new();

    public int Gets => Volatile.Read(ref _gets);

    /// <summary>Never, for one that is stuck before its start.</summary>
    private DateTimeOffset StartsAt => Fault?.Effect is FaultEffect.NeverStart or FaultEffect.Abort
        ? DateTimeOffset.MaxValue
        : record.StartsAt;

    /// <summary>When the provider itself ends it, for a fault.</summary>
    private DateTimeOffset? GivenUpAt => Fault?.Effect switch
    {
        FaultEffect.Abort => record.StartsAt,
        FaultEffect.Stop => record.EndsAt,
        _ => null,
    };

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
            var (stop, end) = (StopsAt(), EndsAt());
            if (stop <= now && !(end <= stop))
            {
                return Stopped(stop.Value);
            }

            if (end <= now)
            {
                var status = _outcome!.Error is null ? "succeeded" : "failed";
                return new(status, Earlier(record.StartsAt, end), end, _outcome);
            }

            return now < StartsAt
                ? new("starting", null, null, null)
                : new("processing", record.StartsAt, null, null);
        }
    }

    /// <summary>When it will next be another than now, as far as that is known.</summary>
    public DateTimeOffset? NextChange(DateTimeOffset now)
    {
        lock (_lock)
        {
            DateTimeOffset?[] moments = [StartsAt, StopsAt(), EndsAt()];
            return moments.Where(moment => moment > now && moment < DateTimeOffset.MaxValue).Min();
        }
    }

    private DateTimeOffset? StopsAt()
    {
        return Earlier(Earlier(_canceledAt, record.Deadline), GivenUpAt);
    }

    private DateTimeOffset? EndsAt()
    {
        return _outcome is null ? null : Later(record.EndsAt, _outcome.At);
    }

    private PredictionSnapshot Stopped(DateTimeOffset at)
    {
        if (at >= StartsAt)
        {
            return new("canceled", record.StartsAt, at, null);
        }

        return new(at == _canceledAt ? "canceled" : "aborted", null, at, null);
    }

    private static string Digest(PredictionRecord record)
    {
        var fields = record.Input
            .OrderBy(field => field.Key, StringComparer.Ordinal)
            .Select(field => $"{field.Key}:{field.Value?.ToJsonString()}");
        var input = string.Join('\n', fields);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{record.Model}\n{input}")));
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
