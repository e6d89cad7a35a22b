using System.ComponentModel.DataAnnotations;

namespace SceneGen.Assets.Images;

/// <summary>How finished pictures are made and judged; section <c>Images</c>.</summary>
public sealed class ImageOptions
{
    public const int DefaultQuality = 92;

    /// <summary>What pictures are kept as: <c>jpeg</c> (default), <c>webp</c> or <c>png</c>. Thumbnails are WebP.</summary>
    public ImageFormat Format { get; set; } = ImageFormat.Jpeg;

    /// <summary>Quality of JPEG and WebP pictures, 1 (smallest) to 100 (best). Default 92.</summary>
    [Range(1, 100)]
    public int Quality { get; set; } = DefaultQuality;

    /// <summary>
    /// <c>full</c> (default) makes whatever comes a scene's picture; <c>passthrough</c> starts no child process and keeps
    /// 1920x1080 JPEGs alone.
    /// </summary>
    public ImageProcessing Processing { get; set; } = ImageProcessing.Full;

    /// <summary>
    /// Least sharpness of a picture, 0 to 1, where its theme does not say; a miss costs a scene at most one attempt.
    /// Default 0: measured and recorded only.
    /// </summary>
    [Range(0d, 1d)]
    public double MinSharpness { get; set; }

    /// <summary>
    /// Least presence of the avatar's colours where it should stand, 0 to 1, where the theme does not say; a miss costs a
    /// scene at most one attempt. Default 0: measured and recorded only.
    /// </summary>
    [Range(0d, 1d)]
    public double MinAvatarScore { get; set; }
}
