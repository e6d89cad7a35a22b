using System.ComponentModel.DataAnnotations;

namespace SceneGen.Assets.Images;

/// <summary>How finished pictures are written; section <c>Images</c>.</summary>
public sealed class ImageOptions
{
    public const int DefaultQuality = 92;

    /// <summary>JPEG quality of pictures and thumbnails, 1 (smallest) to 100 (best). Default 92.</summary>
    [Range(1, 100)]
    public int Quality { get; set; } = DefaultQuality;

    /// <summary>
    /// <c>full</c>: pictures are decoded, measured and written anew. <c>passthrough</c>: one that has the right size
    /// already is judged by its header alone and kept as it is. Default <c>full</c>.
    /// </summary>
    public ImageProcessing Processing { get; set; } = ImageProcessing.Full;
}
