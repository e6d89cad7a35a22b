using SceneGen.Assets;

namespace SceneGen.Tests.Assets;

/// <summary>A store as one process has it; two in one place are two processes.</summary>
public abstract class TestStore : IAsyncDisposable
{
    public abstract IAssetStore Store { get; }

    public async Task<StoredFile> AddAsync(byte[] bytes, string extension = "jpg")
    {
        var path = Store.NewTemporaryPath(extension);
        await File.WriteAllBytesAsync(path, bytes, TestContext.Current.CancellationToken);
        return await Store.AddAsync(path, extension, TestContext.Current.CancellationToken);
    }

    /// <summary>Null when there is none.</summary>
    public async Task<byte[]?> ReadAsync(string sha256, string extension = "jpg")
    {
        await using var content = await Store.OpenAsync(sha256, extension, TestContext.Current.CancellationToken);
        if (content is null)
        {
            return null;
        }

        using var bytes = new MemoryStream();
        await content.Stream.CopyToAsync(bytes, TestContext.Current.CancellationToken);
        return bytes.ToArray();
    }

    public async Task<List<string>> ListAsync()
    {
        var names = new List<string>();
        for (var part = 0; part < 256; part++)
        {
            await foreach (var file in Store.ListAsync(part.ToString("x2", null), TestContext.Current.CancellationToken))
            {
                names.Add($"{file.Sha256}.{file.Extension} {file.Bytes}");
            }
        }

        return names;
    }

    /// <summary>Overwrites a stored file behind the store's back.</summary>
    public abstract void Spoil(string sha256, ReadOnlySpan<byte> bytes);

    public abstract ValueTask DisposeAsync();
}
