using System.Collections.Concurrent;
using SceneGen.Observability.Metrics;
using SceneGen.Scenes.Live.Wire;

namespace SceneGen.Scenes.Live;

/// <summary>
/// Who watches which scene, and what they are told when it moves. Whoever commits a change tells of it here; where nobody
/// watches, that costs a look at a dictionary.
/// </summary>
internal sealed class SceneChanges(
    SceneLookout lookout, ChangePost post, WatchMeter meter, ILogger<SceneChanges> logger)
{
    private readonly Lock _lock = new();
    private readonly ConcurrentDictionary<Guid, WatchedScene> _scenes = new();

    public bool IsWatched => !_scenes.IsEmpty;

    /// <summary>This instance has committed the scene's entry of this number; null: something of no known number.</summary>
    public void Tell(Guid sceneId, int? sequence)
    {
        Hear(sceneId, sequence);
        post.Add(sceneId, sequence);
    }

    /// <summary>Some instance has.</summary>
    public void Hear(Guid sceneId, int? sequence)
    {
        if (_scenes.TryGetValue(sceneId, out var scene))
        {
            scene.Hear(sequence);
        }
    }

    /// <summary>Looks how far the watched scenes have come.</summary>
    public async Task LookAsync(CancellationToken cancellationToken)
    {
        foreach (var head in await lookout.HeadsAsync([.. _scenes.Keys], cancellationToken))
        {
            Hear(head.SceneId, head.IsErased ? null : head.Sequence);
        }
    }

    public Watching Watch(Guid sceneId)
    {
        lock (_lock)
        {
            if (_scenes.IsEmpty)
            {
                post.Announce();
            }

            var scene = _scenes.GetOrAdd(sceneId, id => new WatchedScene(id, lookout, meter, logger));
            scene.Watchers++;
            return new Watching(this, scene);
        }
    }

    public void Release(WatchedScene scene)
    {
        lock (_lock)
        {
            scene.Watchers--;
            if (scene.Watchers == 0)
            {
                _scenes.TryRemove(scene.SceneId, out _);
            }
        }
    }

    /// <summary>
    /// Returns when the scene's newest committed entry has a greater number than this, by whichever instance, or when the
    /// scene is erased or not there.
    /// </summary>
    public async Task WaitAsync(Guid sceneId, int knownSequence, CancellationToken cancellationToken)
    {
        using var watching = Watch(sceneId);
        var snapshot = await lookout.ReadAsync(sceneId, int.MaxValue, cancellationToken);
        if (snapshot is null)
        {
            return;
        }

        watching.Begin(snapshot.Scene.TimelineSequence);
        for (var update = watching.From;
            !snapshot.IsGone && snapshot.Scene.TimelineSequence <= knownSequence;
            snapshot = update.Snapshot!)
        {
            update = await update.Next.WaitAsync(cancellationToken);
        }
    }
}
