namespace SceneGen.Tests.Settings;

[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class OneAtATime
{
    public const string Name = "Environment variables";
}
