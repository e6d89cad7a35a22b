using SceneGen.FunctionalTests.Infrastructure;
using Xunit.Sdk;
using Xunit.v3;

[assembly: TestCollectionOrderer(typeof(LongestFirst))]

// Whoever waits for a process uses no core.
[assembly: CollectionBehavior(MaxParallelThreads = 3)]

namespace SceneGen.FunctionalTests.Infrastructure;

/// <summary>Situations that mostly wait begin at once, beside each other and beside the rest, or all would wait for them.</summary>
public sealed class LongestFirst : ITestCollectionOrderer
{
    private static readonly string[] Long =
        [HostileProvider.Shared, TwoInstances.Shared, OneInstanceOnOwnServers.Shared, OneInstance.Shared];

    public IReadOnlyCollection<TTestCollection> OrderTestCollections<TTestCollection>(
        IReadOnlyCollection<TTestCollection> testCollections)
        where TTestCollection : ITestCollection
        => [.. testCollections.OrderBy(collection => Place(collection.TestCollectionDisplayName))];

    private static int Place(string name) => Array.IndexOf(Long, name) is var place and >= 0 ? place : Long.Length;
}
