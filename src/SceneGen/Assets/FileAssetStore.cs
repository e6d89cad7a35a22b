using System.Security.Cryptography;
using Microsoft.Extensions.Options;

namespace SceneGen.Assets;

public sealed class FileAssetStore(IOptions<StorageOptions> options, TemporaryFolder temporary)
{
    private readonly string _root = Path.GetFullPath(options.Value.Path);

    public string NewTemporaryPath(string extension) => temporary.NewPath(KnownExtension(extension));

    public async Task<StoredFile> AddAsync(string temporaryPath, string extension, CancellationToken cancellationToken)
    {
        KnownExtension(extension);
        string sha256;
        long bytes;
        await using (var file = new FileStream(temporaryPath, FileMode.Open, FileAccess.ReadWrite, FileShare.Read))
        {
            sha256 = Convert.ToHexStringLower(await SHA256.HashDataAsync(file, cancellationToken));
            bytes = file.Length;

            // The picture must be on disk before its name is, or a power cut leaves a name without a picture.
            RandomAccess.FlushToDisk(file.SafeFileHandle);
        }

        var path = PathOf(sha256, extension);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);

        // Over a file that is there already: its bytes are the same, and one that a broken disk cut short is mended.
        File.Move(temporaryPath, path, overwrite: true);
        return new StoredFile(sha256, bytes, path);
    }

    public string? Find(string sha256, string extension)
    {
        if (!AssetName.IsValid(sha256, extension))
        {
            return null;
        }

        var path = PathOf(sha256, extension);
        return File.Exists(path) ? path : null;
    }

    public FileStream? OpenRead(string sha256, string extension)
    {
        if (Find(sha256, extension) is not { } path)
        {
            return null;
        }

        try
        {
            return File.OpenRead(path);
        }
        catch (FileNotFoundException)
        {
            // Deleted since it was found.
            return null;
        }
    }

    public void Delete(string sha256, string extension)
    {
        if (!AssetName.IsValid(sha256, extension))
        {
            throw new ArgumentException(
                "A picture's name is 64 lower-case hexadecimal digits, and jpg, png or webp.", nameof(sha256));
        }

        if (Find(sha256, extension) is { } path)
        {
            File.Delete(path);
        }
    }

    private string PathOf(string sha256, string extension) =>
        Path.Combine(_root, sha256[..2], $"{sha256}.{extension}");

    private static string KnownExtension(string extension) =>
        AssetName.ContentTypeOf(extension) is not null
            ? extension
            : throw new ArgumentException("A picture's extension is jpg, png or webp.", nameof(extension));
}
