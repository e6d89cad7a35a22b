using SceneGen.Assets.Images;

namespace SceneGen.Assets.Avatars;

/// <summary>An avatar's picture, on disk until this is disposed of.</summary>
public sealed record AvatarFile(string Path, long Bytes, string Sha256, ImageHeader Header) : IDisposable
{
    /// <summary>The dominant ones as <c>#rrggbb</c>, the most frequent first; empty where they are not known.</summary>
    public IReadOnlyList<string> Colours { get; init; } = [];

    public string ContentType => Header.Format switch
    {
        ImageFormat.Jpeg => "image/jpeg",
        ImageFormat.Png => "image/png",
        _ => "image/webp",
    };

    public void Dispose() => File.Delete(Path);
}
