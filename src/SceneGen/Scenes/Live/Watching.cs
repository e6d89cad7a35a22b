namespace SceneGen.Scenes.Live;

/// <summary>One who watches a scene, until disposed.</summary>
internal sealed class Watching(SceneChanges changes, WatchedScene scene, TimeProvider time) : IDisposable
{
    /// <summary>The one that was taken last, and none before it: each leads to all that came since.</summary>
    private SceneUpdate _taken = scene.Newest;

    /// <summary>Says how far the watcher has read by itself, after it began to watch; false where it has to read once more.</summary>
    public bool Begin(int head) => scene.Begin(head);

    /// <summary>What came next since the watching began, or null where nothing does in time.</summary>
    public async Task<SceneUpdate?> NextAsync(TimeSpan patience, CancellationToken cancellationToken)
    {
        var next = _taken.Next;
        await ((Task)next.WaitAsync(patience, time, cancellationToken)).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        cancellationToken.ThrowIfCancellationRequested();
        return next.IsCompleted ? _taken = await next : null;
    }

    public void Dispose() => changes.Release(scene);
}
