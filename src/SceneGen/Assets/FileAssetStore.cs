using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using Microsoft.Extensions.Options;

namespace SceneGen.Assets;

public sealed class FileAssetStore(IOptions<StorageOptions> options, TemporaryFolder temporary) : IAssetStore
{
    private readonly string _root = Path.GetFullPath(options.Value.Path);

    public string NewTemporaryPath(string extension) => temporary.NewPath(AssetName.KnownExtension(extension));

    public async Task<StoredFile> AddAsync(string temporaryPath, string extension, CancellationToken cancellationToken)
    {
        AssetName.KnownExtension(extension);
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
        return new StoredFile(sha256, bytes);
    }

    public Task<bool> ExistsAsync(string sha256, string extension, CancellationToken cancellationToken)
        => Task.FromResult(AssetName.IsValid(sha256, extension) && File.Exists(PathOf(sha256, extension)));

    public Task<StoredContent?> OpenAsync(string sha256, string extension, CancellationToken cancellationToken)
        => Task.FromResult(AssetName.IsValid(sha256, extension) ? Open(PathOf(sha256, extension)) : null);

    public Task DeleteAsync(string sha256, string extension, CancellationToken cancellationToken)
    {
        var path = PathOf(sha256, extension);
        if (File.Exists(path))
        {
            File.Delete(path);
        }

        return Task.CompletedTask;
    }

    public Task TryOutAsync(CancellationToken cancellationToken) => temporary.TryOutAsync(cancellationToken);

    public async IAsyncEnumerable<ListedFile> ListAsync(
        string prefix, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await Task.Yield();
        var folder = new DirectoryInfo(Path.Combine(_root, prefix));
        foreach (var file in folder.Exists ? folder.EnumerateFiles() : [])
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (AssetName.Parse(file.Name) is var (sha256, extension))
            {
                yield return new ListedFile(sha256, extension, file.Length, new DateTimeOffset(file.LastWriteTimeUtc));
            }
        }
    }

    private static StoredContent? Open(string path)
    {
        if (!File.Exists(path))
        {
            return null;
        }

        try
        {
            var file = new FileStream(path, new FileStreamOptions
            {
                Share = FileShare.Read | FileShare.Delete,
                BufferSize = 0,
                Options = FileOptions.SequentialScan,
            });
            return new StoredContent(file, file.Length, $"{File.GetLastWriteTimeUtc(file.SafeFileHandle).Ticks}/{file.Length}");
        }
        catch (FileNotFoundException)
        {
            // Deleted since it was found.
            return null;
        }
    }

    private string PathOf(string sha256, string extension)
        => Path.Combine(_root, AssetName.KeyOf(sha256, extension));
}
