namespace SceneGen.Themes.Placing;

/// <summary>What the avatar stands on, and what of it shows there.</summary>
public sealed record Ground
{
    public GroundContact? Contact { get; init; }

    /// <summary>Such as <c>soft moss</c>.</summary>
    public string? Surface { get; init; }

    /// <summary>Such as <c>a soft contact shadow under its feet</c>.</summary>
    public string? Shadow { get; init; }

    /// <summary>What is nearer to the viewer than the avatar and hides a little of it.</summary>
    public string? InFront { get; init; }

    public Ground Over(Ground usual) => new()
    {
        Contact = Contact ?? usual.Contact,
        Surface = Surface ?? usual.Surface,
        Shadow = Shadow ?? usual.Shadow,
        InFront = InFront ?? usual.InFront,
    };
}
