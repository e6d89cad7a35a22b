using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using SceneGen.Assets;

namespace SceneGen.Tests.Assets;

// A store as one process has it; two in one folder are two processes.
public sealed class StoreInFolder : IDisposable
{
    private readonly TemporaryFolder _temporary;

    private StoreInFolder(string root)
    {
        var options = Options.Create(new StorageOptions { Path = root });
        _temporary = new TemporaryFolder(options, TimeProvider.System, NullLogger<TemporaryFolder>.Instance);
        Store = new FileAssetStore(options, _temporary);
    }

    public FileAssetStore Store { get; }

    public static async Task<StoreInFolder> OpenAsync(string root)
    {
        var store = new StoreInFolder(root);
        await store._temporary.StartingAsync(TestContext.Current.CancellationToken);
        return store;
    }

    public async Task<StoredFile> AddAsync(byte[] bytes, string extension = "jpg")
    {
        var path = Store.NewTemporaryPath(extension);
        await File.WriteAllBytesAsync(path, bytes, TestContext.Current.CancellationToken);
        return await Store.AddAsync(path, extension, TestContext.Current.CancellationToken);
    }

    public void Dispose() => _temporary.Dispose();
}
