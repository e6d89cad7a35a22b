using SceneGen.Tests.Databases;
using SceneGen.Tests.Simulator.Infrastructure;

namespace SceneGen.Tests.Infrastructure;

/// <summary>The same on a clock that the test moves: days pass in no time.</summary>
public class TimedSceneHarness : SceneHarness
{
    private readonly ManualTime _time;

    public TimedSceneHarness()
        : this(new SqliteDatabase())
    {
    }

    protected TimedSceneHarness(TestDatabase database)
        : this(database, new ManualTime())
    {
    }

    private TimedSceneHarness(TestDatabase database, ManualTime time)
        : base(database, time)
        => _time = time;

    public DateTimeOffset Now => _time.GetUtcNow();

    public void Advance(TimeSpan by) => _time.Advance(by);

    /// <summary>Returns when somebody waits for exactly this time from now: let it pass then, and not before.</summary>
    public Task IsWaitedForInAsync(TimeSpan time) => Patience.UntilAsync(() => Task.FromResult(_time.IsWaitedForIn(time)));

    /// <summary>Lets a little time pass until it is so.</summary>
    public Task UntilAsync(Func<Task<bool>> condition)
        => Patience.UntilAsync(async () =>
        {
            Advance(TimeSpan.FromMilliseconds(100));
            return await condition();
        });
}
