namespace SceneGen.Themes.Asking;

/// <summary>What is asked of one model in another way.</summary>
public sealed record ModelOverride
{
    /// <summary>Words behind the prompt, for this model alone.</summary>
    public string? Words { get; init; }

    /// <summary>Inputs that stand in place of those of the model's profile.</summary>
    public Dictionary<string, object> Input { get; init; } = [];
}
