namespace SceneGen.Themes.Placing;

/// <summary>The light of the place, as it falls on the avatar too; what is null is not said.</summary>
public sealed record Lighting
{
    /// <summary>Such as <c>shafts of golden light</c>.</summary>
    public string? Source { get; init; }

    /// <summary>Where it comes from, such as <c>the upper left</c>.</summary>
    public string? From { get; init; }

    /// <summary>What it does to the avatar, such as <c>a warm rim along its left side</c>.</summary>
    public string? OnAvatar { get; init; }

    public Lighting Over(Lighting usual) => new()
    {
        Source = Source ?? usual.Source,
        From = From ?? usual.From,
        OnAvatar = OnAvatar ?? usual.OnAvatar,
    };
}
