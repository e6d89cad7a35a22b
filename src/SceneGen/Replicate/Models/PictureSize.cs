namespace SceneGen.Replicate.Models;

/// <summary>The size a model is asked for, and how a scene of 1920x1080 is made of it.</summary>
public sealed class PictureSize
{
    private const int SceneWidth = 1920;
    private const int SceneHeight = 1080;

    public SizeStrategy? Strategy { get; init; }

    public int Width { get; init; }

    public int Height { get; init; }

    /// <summary>What is wrong with it, as the end of a sentence; null where nothing is.</summary>
    internal string? Fault => this switch
    {
        { Strategy: null } => "size.strategy has to be native, crop or scale.",
        { Width: < 1 } => "size.width has to be a whole number from 1.",
        { Height: < 1 } => "size.height has to be a whole number from 1.",
        { Strategy: SizeStrategy.Native } when (Width, Height) != (SceneWidth, SceneHeight) =>
            "size.strategy native is for 1920x1080.",
        { Strategy: SizeStrategy.Crop } when !IsCropped =>
            "size.strategy crop is for a picture as wide or as high as 1920x1080, and larger the other way.",
        { Strategy: SizeStrategy.Scale } when IsCropped || (Width, Height) == (SceneWidth, SceneHeight) =>
            "size.strategy scale is for a picture that is neither 1920x1080 nor made so by cropping.",
        _ => null,
    };

    private bool IsCropped
        => (Width == SceneWidth && Height > SceneHeight) || (Height == SceneHeight && Width > SceneWidth);
}
