namespace SceneGen.Generation.Disputes;

/// <summary>An avatar and a theme's prompt that the provider flagged together, twice in a row.</summary>
public sealed record FlaggedContent
{
    public required string AvatarHash { get; init; }

    public required string PromptHash { get; init; }

    /// <summary>The last time.</summary>
    public required DateTimeOffset At { get; init; }
}
