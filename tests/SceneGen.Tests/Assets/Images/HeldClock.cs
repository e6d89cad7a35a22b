namespace SceneGen.Tests.Assets.Images;

// A clock whose timers fire when the test says so.
public sealed class HeldClock : TimeProvider
{
    private readonly List<HeldTimer> _timers = [];

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new HeldTimer(() => callback(state), dueTime);
        _timers.Add(timer);
        return timer;
    }

    public void Elapse(TimeSpan time)
    {
        foreach (var timer in _timers.Where(timer => timer.DueTime <= time).ToArray())
        {
            timer.Fire();
        }
    }

    private sealed class HeldTimer(Action fire, TimeSpan dueTime) : ITimer
    {
        public TimeSpan DueTime { get; private set; } = dueTime;

        public void Fire() => fire();

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            DueTime = dueTime;
            return true;
        }

        public void Dispose() => DueTime = TimeSpan.MaxValue;

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
