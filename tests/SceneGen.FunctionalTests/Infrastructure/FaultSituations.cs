namespace SceneGen.FunctionalTests.Infrastructure;

/// <summary>Situations that need the machine to themselves; they run one after the other, when all others are done.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class FaultSituations : ICollectionFixture<TwoInstances>, ICollectionFixture<OneInstanceOnOwnServers>,
    ICollectionFixture<HostileProvider>
{
    public const string Name = "Faults";
}
