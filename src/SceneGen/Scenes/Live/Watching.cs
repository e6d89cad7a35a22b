namespace SceneGen.Scenes.Live;

/// <summary>One who watches a scene, until disposed.</summary>
internal sealed class Watching(SceneChanges changes, WatchedScene scene) : IDisposable
{
    /// <summary>What follows it is all that came after the watching began.</summary>
    public SceneUpdate From { get; } = scene.Newest;

    /// <summary>Says how far the watcher has read by itself, after it began to watch.</summary>
    public void Begin(int head) => scene.Begin(head);

    public void Dispose() => changes.Release(scene);
}
