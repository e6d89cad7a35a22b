namespace SceneGen.Contracts;

/// <summary>Event in: the user chose the theme of a scene that was waiting for one.</summary>
public sealed record ThemeSelected
{
    /// <summary>The scene that waits.</summary>
    public required Guid SceneId { get; init; }

    /// <summary>The id of a theme.</summary>
    public required string Theme { get; init; }
}
