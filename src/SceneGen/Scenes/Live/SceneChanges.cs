using System.Collections.Concurrent;
using SceneGen.Observability.Metrics;
using SceneGen.Scenes.Live.Wire;

namespace SceneGen.Scenes.Live;

/// <summary>
/// Who watches which scene, and what they are told when it moves. Whoever commits a change tells of it here; where nobody
/// watches, that costs a look at a dictionary.
/// </summary>
internal sealed class SceneChanges(
    SceneLookout lookout, ChangePost post, WatchMeter meter, TimeProvider time, ILogger<SceneChanges> logger)
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

    /// <summary>
    /// Looks how far the watched scenes have come. What no user is told of, as a look at what becomes of an order, costs
    /// no reading of the scene.
    /// </summary>
    public async Task LookAsync(CancellationToken cancellationToken)
    {
        var heads = await lookout.HeadsAsync([.. _scenes.Keys], cancellationToken);
        var ahead = heads.Where(IsAhead).ToList();
        var told = await lookout.NewestToldAsync([.. ahead.Select(head => head.SceneId)], cancellationToken);
        foreach (var head in ahead)
        {
            if (_scenes.TryGetValue(head.SceneId, out var scene))
            {
                scene.See(head, told.GetValueOrDefault(head.SceneId));
            }
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
            return new Watching(this, scene, time);
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

    private bool IsAhead(SceneHead head) => _scenes.TryGetValue(head.SceneId, out var scene) && scene.IsBehind(head);
}
