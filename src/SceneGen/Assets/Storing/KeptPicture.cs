using SceneGen.Assets.Images.Measuring;

namespace SceneGen.Assets.Storing;

/// <summary>A scene's picture and its thumbnails, on disk under their names for good.</summary>
internal sealed record KeptPicture(KeptFile Picture, KeptFile Thumbnail, KeptFile? LargeThumbnail, PictureMeasures? Measures)
{
    /// <summary>Every file once.</summary>
    public IReadOnlyList<KeptFile> Files =>
        [.. new[] { Picture, Thumbnail, LargeThumbnail }.OfType<KeptFile>().Distinct()];
}
