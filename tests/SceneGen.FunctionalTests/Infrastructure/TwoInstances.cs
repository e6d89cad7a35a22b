namespace SceneGen.FunctionalTests.Infrastructure;

[CollectionDefinition(Shared)]
public sealed class TwoInstances() : Installation("one", "two"), ICollectionFixture<TwoInstances>
{
    public const string Shared = "Two instances";
}
