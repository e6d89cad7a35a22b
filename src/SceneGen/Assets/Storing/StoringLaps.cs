using SceneGen.Scenes.Timeline;
using SceneGen.Scenes.Timers;

namespace SceneGen.Assets.Storing;

/// <summary>How long the parts of storing a picture took.</summary>
internal sealed class StoringLaps(TimeProvider time)
{
    private readonly long _begun = time.GetTimestamp();
    private long _lap = time.GetTimestamp();
    private TimelineFacts _facts = new();

    public void Fetched() => _facts = _facts with { FetchMs = Lap() };

    public void Finished() => _facts = _facts with { FrameMs = Lap() };

    public void Kept() => _facts = _facts with { KeepMs = Lap() };

    public Happened Stored(long bytes) => Told(TimelineCodes.PictureStored, _facts with { Bytes = bytes });

    public Happened NotStored(string code) => Told(TimelineCodes.PictureNotStored, _facts with { Code = code });

    private Happened Told(string code, TimelineFacts facts) => new()
    {
        Code = code,
        At = time.GetUtcNow(),
        DurationMs = Milliseconds.Of(time.GetElapsedTime(_begun)),
        Facts = facts,
    };

    private int Lap()
    {
        var began = _lap;
        _lap = time.GetTimestamp();
        return Milliseconds.Of(time.GetElapsedTime(began, _lap));
    }
}
