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
}
