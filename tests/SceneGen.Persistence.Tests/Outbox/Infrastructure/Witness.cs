using System.Collections.Concurrent;

namespace SceneGen.Persistence.Tests.Outbox.Infrastructure;

/// <summary>What happened on the hosts of one test, in order.</summary>
public sealed class Witness
{
    private readonly ConcurrentQueue<object> _seen = [];

    public void Saw(object what) => _seen.Enqueue(what);

    public IReadOnlyList<T> All<T>() => [.. _seen.OfType<T>()];

    public int Count<T>() => _seen.OfType<T>().Count();
}
