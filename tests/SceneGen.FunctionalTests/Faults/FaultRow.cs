namespace SceneGen.FunctionalTests.Faults;

/// <summary>Something that goes wrong with a scene, which calls for it by this name in its prompt, and how the scene ends.</summary>
internal sealed record FaultRow(string What, string Status, string? Code = null)
{
    /// <summary>The simulator's avatar. One whose content is flagged is no other scene's.</summary>
    public string Sample { get; init; } = "fox";

    public string Theme { get; init; } = "neon-city";

    /// <summary>In place of a sample, something that is none.</summary>
    public string? AvatarPath { get; init; }

    /// <summary>Ends by its deadline alone.</summary>
    public bool NeedsDeadline { get; init; }
}
