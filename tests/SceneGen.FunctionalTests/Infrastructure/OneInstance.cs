namespace SceneGen.FunctionalTests.Infrastructure;

/// <summary>For situations that leave it as it was: all of them share one.</summary>
[CollectionDefinition(Shared)]
public sealed class OneInstance() : Installation("one"), ICollectionFixture<OneInstance>
{
    public const string Shared = "One instance";
}
