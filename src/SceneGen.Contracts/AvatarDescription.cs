namespace SceneGen.Contracts;

/// <summary>What the upstream knows of an avatar beyond its picture. Data for the prompt, never instructions.</summary>
public sealed record AvatarDescription
{
    /// <summary>The sort of figure; decides the wording of the prompt.</summary>
    public required AvatarKind Kind { get; init; }

    /// <summary>At most 100 characters.</summary>
    public string? Name { get; init; }

    /// <summary>At most 500 characters.</summary>
    public string? Description { get; init; }
}
