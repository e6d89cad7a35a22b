using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using SceneGen.Assets;

namespace SceneGen.Tests.Assets;

public sealed class StoreInFolder : TestStore
{
    private readonly string _root;
    private readonly TemporaryFolder _temporary;

    private StoreInFolder(string root)
    {
        var options = Options.Create(new StorageOptions { Path = root });
        _root = root;
        _temporary = new TemporaryFolder(options, TimeProvider.System, NullLogger<TemporaryFolder>.Instance);
        Store = new FileAssetStore(options, _temporary);
    }

    public override IAssetStore Store { get; }

    public static async Task<StoreInFolder> OpenAsync(string root)
    {
        var store = new StoreInFolder(root);
        await store._temporary.StartingAsync(TestContext.Current.CancellationToken);
        return store;
    }

    public override void Spoil(string sha256, ReadOnlySpan<byte> bytes)
        => File.WriteAllBytes(Path.Combine(_root, sha256[..2], $"{sha256}.jpg"), bytes);

    public override ValueTask DisposeAsync()
    {
        _temporary.Dispose();
        return ValueTask.CompletedTask;
    }
}
