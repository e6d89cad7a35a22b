using System.Collections.Concurrent;
using SceneGen.Scenes.Words;

namespace SceneGen.Scenes.Live;

/// <summary>
/// What was new in a scene at one time, shared by all who watch it. Each holds the one it has shown and waits for the next,
/// so nothing is kept for anybody, and what nobody has yet to show is garbage.
/// </summary>
internal sealed class SceneUpdate(SceneSnapshot? snapshot)
{
    private readonly TaskCompletionSource<SceneUpdate> _next = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly ConcurrentDictionary<Language, Lazy<object>> _rendered = new();

    /// <summary>Null of the one from which watching began.</summary>
    public SceneSnapshot? Snapshot => snapshot;

    public Task<SceneUpdate> Next => _next.Task;

    public void Follow(SceneUpdate next) => _next.SetResult(next);

    /// <summary>What it is to those who read this language, made once for all of them.</summary>
    public T Render<T>(Language language, Func<SceneSnapshot, Language, T> render)
        where T : class
        => (T)_rendered.GetOrAdd(
            language,
            (wanted, make) => new Lazy<object>(() => make(snapshot!, wanted)),
            render).Value;
}
