using SceneGen.Scenes.Timeline;
using SceneGen.Scenes.Timers;

namespace SceneGen.Generation;

/// <summary>
/// Gathers what happens to a scene while one of its messages is handled, to be told with what came of it. What a
/// handling that failed has gathered is told by the next.
/// </summary>
internal sealed class Chronicle(TimeProvider time)
{
    private List<Happened> _happened = [];

    public DateTimeOffset Now => time.GetUtcNow();

    /// <summary>A moment, from which something takes its time.</summary>
    public long Begin() => time.GetTimestamp();

    public void Note(string code, TimelineFacts facts, long begun, string? detail = null)
        => _happened.Add(new Happened
        {
            Code = code,
            At = Now,
            DurationMs = Milliseconds.Of(time.GetElapsedTime(begun)),
            Facts = facts,
            Detail = detail,
        });

    public void Note(Happened happened) => _happened.Add(happened);

    /// <summary>What has happened, in order; it is told once.</summary>
    public IReadOnlyList<Happened> Take()
    {
        var happened = _happened;
        _happened = [];
        return happened;
    }
}
