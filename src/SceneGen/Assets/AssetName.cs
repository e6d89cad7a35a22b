namespace SceneGen.Assets;

public static class AssetName
{
    private const int HashLength = 64;

    public static bool IsValid(string sha256, string extension) =>
        sha256.Length == HashLength
        && sha256.All(char.IsAsciiHexDigitLower)
        && ContentTypeOf(extension) is not null;

    public static string? ContentTypeOf(string extension) => extension switch
    {
        "jpg" => "image/jpeg",
        "png" => "image/png",
        "webp" => "image/webp",
        _ => null,
    };

    public static string ExtensionOf(string contentType) => contentType switch
    {
        "image/jpeg" => "jpg",
        "image/png" => "png",
        "image/webp" => "webp",
        _ => throw new ArgumentOutOfRangeException(nameof(contentType), contentType, "No picture of this type is kept."),
    };

    /// <summary>Where a store keeps it, with slashes.</summary>
    public static string KeyOf(string sha256, string extension) =>
        IsValid(sha256, extension)
            ? $"{sha256[..2]}/{sha256}.{extension}"
            : throw new ArgumentException(
                "A picture's name is 64 lower-case hexadecimal digits, and jpg, png or webp.", nameof(sha256));

    public static string KnownExtension(string extension) =>
        ContentTypeOf(extension) is not null
            ? extension
            : throw new ArgumentException("A picture's extension is jpg, png or webp.", nameof(extension));

    /// <summary>The hash and the extension in a file's name; null where it is not one a store gives.</summary>
    public static (string Sha256, string Extension)? Parse(string fileName)
    {
        var dot = fileName.IndexOf('.', StringComparison.Ordinal);
        return dot > 0 && IsValid(fileName[..dot], fileName[(dot + 1)..])
            ? (fileName[..dot], fileName[(dot + 1)..])
            : null;
    }
}
