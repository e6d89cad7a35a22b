namespace SceneGen.Assets.Storing;

/// <summary>A scene's picture and its thumbnail, on disk under their names for good.</summary>
internal sealed record KeptPicture(StoredFile Picture, StoredFile Thumbnail)
{
    public IReadOnlyList<(StoredFile File, string Extension)> Files
        => [(Picture, PictureKeeper.Extension), (Thumbnail, PictureKeeper.Extension)];
}
