using SceneGen.Assets.Images.Measuring;

namespace SceneGen.Assets.Images.Rendering;

/// <summary>A scene's files as they were made; passed through, a picture is its own thumbnail and is not measured.</summary>
internal sealed record FinishedPicture(
    PictureFile Picture, PictureFile Thumbnail, PictureFile? LargeThumbnail, PictureMeasures? Measures);
