namespace SceneGen.Themes.Asking;

/// <summary>What a picture has to reach at least; null: what the settings say.</summary>
public sealed record Quality
{
    public double? MinSharpness { get; init; }

    public double? MinAvatarScore { get; init; }
}
