namespace SceneGen.Themes.Life;

/// <summary>What a version of a theme says, once and for all.</summary>
public sealed class ThemeVersion
{
    /// <summary>The theme's.</summary>
    public required string Id { get; init; }

    public required int Version { get; init; }

    /// <summary>Of the file's text.</summary>
    public required string Hash { get; init; }

    public required DateTimeOffset FirstSeenAt { get; init; }
}
