using SceneGen.Assets.Images.Measuring;

namespace SceneGen.Assets.Storing;

/// <summary>A scene's picture and its thumbnails, in the store under their names for good.</summary>
internal sealed record KeptPicture(KeptPart Picture, KeptPart Thumbnail, KeptPart? LargeThumbnail, PictureMeasures? Measures)
{
    /// <summary>How long it took to fetch and to encode it.</summary>
    public TimeSpan KeptFor { get; init; }

    /// <summary>Every file once.</summary>
    public IReadOnlyList<(StoredFile File, string Extension)> Files
        => [.. new[] { Picture, Thumbnail, LargeThumbnail }.OfType<KeptPart>().Distinct().Select(part => (part.File, part.Extension))];
}
