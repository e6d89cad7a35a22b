using SceneGen.Scenes.Live;

namespace SceneGen.Web.Scenes.Live;

/// <summary>
/// What a watcher is shown first. It is given once, so that a stream that stays for minutes keeps nothing of the scene as
/// it was then.
/// </summary>
/// <param name="snapshot">What was read after the watching began.</param>
/// <param name="known">What the reader knows; null: the present state comes first.</param>
internal sealed class Beginning(SceneSnapshot snapshot, int? known)
{
    private SceneSnapshot? _snapshot = snapshot;

    public int? Known => known;

    public int Position { get; } = snapshot.Scene.TimelineSequence;

    public bool IsGone { get; } = snapshot.IsGone;

    public bool IsOver { get; } = snapshot.IsOver;

    /// <summary>The reader has seen the end.</summary>
    public bool IsNothing { get; } = known is not null && snapshot is { IsOver: true, Entries.Count: 0 };

    public SceneSnapshot Give() => Interlocked.Exchange(ref _snapshot, null)!;
}
