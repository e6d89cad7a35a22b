using SceneGen.Generation.Traffic.Pacing;

namespace SceneGen.Generation.Gates;

/// <summary>Notices that the provider is down: of the calls of the last half minute many failed, and more than half of all.</summary>
internal sealed class CircuitBreaker
{
    private const int FewestFailures = 10;
    private static readonly TimeSpan Window = TimeSpan.FromSeconds(30);

    private readonly Lock _lock = new();
    private readonly RollingCount _calls = new(Window);
    private readonly RollingCount _failures = new(Window);

    public void Succeed(DateTimeOffset now)
    {
        lock (_lock)
        {
            _calls.Add(now);
        }
    }

    /// <summary>Whether that was one too many. What was counted is forgotten then.</summary>
    public bool Fail(DateTimeOffset now)
    {
        lock (_lock)
        {
            _calls.Add(now);
            _failures.Add(now);
            var failures = _failures.Total(now);
            if (failures < FewestFailures || failures * 2 <= _calls.Total(now))
            {
                return false;
            }

            _calls.Clear();
            _failures.Clear();
            return true;
        }
    }
}
