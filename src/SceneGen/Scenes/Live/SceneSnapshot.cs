using SceneGen.Scenes.Timeline;
using SceneGen.Scenes.Watching;

namespace SceneGen.Scenes.Live;

/// <summary>A scene's row, and what its user is told that is newer than a number, as both were at one moment.</summary>
internal sealed record SceneSnapshot(SceneState Scene, IReadOnlyList<SceneTimelineEntry> Entries)
{
    public bool IsGone => Scene.ErasedAt is not null;

    /// <summary>Nothing more comes unless it is asked for.</summary>
    public bool IsOver => SceneMark.Of(Scene).IsOver;
}
