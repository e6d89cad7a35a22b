namespace SceneGen.Replicate.Wire;

/// <summary>Whose token it is.</summary>
public sealed record Account
{
    public string? Type { get; init; }

    public string? Username { get; init; }
}
