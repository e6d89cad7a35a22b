namespace SceneGen.Tests.Settings;

/// <summary>For what all of the process shares: its environment variables, and its time.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class OneAtATime
{
    public const string Name = "One at a time";
}
