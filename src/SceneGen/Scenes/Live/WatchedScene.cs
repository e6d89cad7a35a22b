using SceneGen.Data;
using SceneGen.Observability.Metrics;

namespace SceneGen.Scenes.Live;

/// <summary>A scene that somebody watches: read once for each change it is told of, however many watch.</summary>
internal sealed partial class WatchedScene(
    Guid sceneId, SceneLookout lookout, WatchMeter meter, ILogger<SceneChanges> logger)
{
    private readonly Lock _lock = new();
    private SceneUpdate _newest = new(snapshot: null);
    private int? _head;
    private int _begunAt;
    private long? _toldAt;
    private bool _isReading;

    public Guid SceneId => sceneId;

    /// <summary>Changed by <see cref="SceneChanges"/> alone, under its lock.</summary>
    public int Watchers { get; set; }

    public SceneUpdate Newest
    {
        get
        {
            lock (_lock)
            {
                return _newest;
            }
        }
    }

    /// <summary>
    /// How far whoever began to watch has read; what is newer is read from here on. False for one whom another has overtaken
    /// in that: what lies between them is in nothing that comes, and has to be read again.
    /// </summary>
    public bool Begin(int head)
    {
        lock (_lock)
        {
            if (_head is not null)
            {
                return head >= _begunAt;
            }

            _head = _begunAt = head;
        }

        ReadIfTold();
        return true;
    }

    /// <summary>It has come this far; null: it may have moved.</summary>
    public void Hear(int? sequence)
    {
        lock (_lock)
        {
            if (sequence <= _head)
            {
                return;
            }

            _toldAt ??= meter.Now();
        }

        ReadIfTold();
    }

    public bool IsBehind(SceneHead head)
    {
        lock (_lock)
        {
            return _head is null || head.IsErased || head.Sequence > _head;
        }
    }

    /// <summary>It has come this far, and its user is told of nothing newer than that number.</summary>
    public void See(SceneHead head, int newestTold)
    {
        lock (_lock)
        {
            if (!head.IsErased && newestTold <= _head)
            {
                _head = Math.Max(_head.Value, head.Sequence);
                return;
            }
        }

        Hear(sequence: null);
    }

    private void ReadIfTold()
    {
        lock (_lock)
        {
            if (_head is null || _toldAt is null || _isReading)
            {
                return;
            }

            _isReading = true;
        }

        _ = ReadAsync();
    }

    private async Task ReadAsync()
    {
        try
        {
            while (TakeTold() is { } told)
            {
                if (await lookout.ReadAsync(sceneId, told.Head, CancellationToken.None) is { } snapshot)
                {
                    Publish(snapshot, told.At);
                }
            }
        }
        catch (Exception error) when (DatabaseFault.IsOne(error) || error is ObjectDisposedException)
        {
            // The next look at all that is watched finds the change again.
            Log.NotRead(logger, sceneId, error.Message);
            lock (_lock)
            {
                _isReading = false;
            }
        }
    }

    private (int Head, long At)? TakeTold()
    {
        lock (_lock)
        {
            if (_toldAt is not { } at)
            {
                _isReading = false;
                return null;
            }

            _toldAt = null;
            return (_head!.Value, at);
        }
    }

    private void Publish(SceneSnapshot snapshot, long toldAt)
    {
        SceneUpdate before;
        var update = new SceneUpdate(snapshot);
        lock (_lock)
        {
            if (snapshot.Scene.TimelineSequence <= _head && !snapshot.IsGone)
            {
                return;
            }

            _head = snapshot.Scene.TimelineSequence;
            (before, _newest) = (_newest, update);
        }

        before.Follow(update);
        meter.Wake(toldAt);
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "Scene {SceneId}: what is new could not be read for those who watch, and will be. {Reason}")]
        public static partial void NotRead(ILogger logger, Guid sceneId, string reason);
    }
}
