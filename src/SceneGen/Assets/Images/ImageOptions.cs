using System.ComponentModel.DataAnnotations;

namespace SceneGen.Assets.Images;

/// <summary>How finished pictures are written; section <c>Images</c>.</summary>
public sealed class ImageOptions
{
    public const int DefaultQuality = 92;

    /// <summary>JPEG quality of pictures and thumbnails, 1 (smallest) to 100 (best). Default 92.</summary>
    [Range(1, 100)]
    public int Quality { get; set; } = DefaultQuality;
}
