using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using SceneGen.Assets;
using SceneGen.Assets.S3;

namespace SceneGen.Tests.Assets.S3;

public sealed class StoreInBucket : TestStore
{
    private readonly TestFolder _folder = new();
    private readonly TemporaryFolder _temporary;
    private readonly S3Server? _server;
    private readonly S3AssetStore _store;

    private StoreInBucket(S3Options options, S3Server? server, TimeProvider time)
    {
        _server = server;
        _temporary = new TemporaryFolder(
            Options.Create(new StorageOptions { Path = _folder.Root }), time, NullLogger<TemporaryFolder>.Instance);
        _store = new S3AssetStore(Options.Create(options), _temporary, time);
    }

    public override IAssetStore Store => _store;

    public static async Task<StoreInBucket> OpenAsync()
    {
        var server = new S3Server();
        await server.InitializeAsync();
        return await OpenAsync(server.Options, server);
    }

    public static async Task<StoreInBucket> OpenAsync(S3Options options, S3Server? server = null, TimeProvider? time = null)
    {
        var store = new StoreInBucket(options, server, time ?? TimeProvider.System);
        await store._temporary.StartingAsync(TestContext.Current.CancellationToken);
        return store;
    }

    public override void Spoil(string sha256, ReadOnlySpan<byte> bytes)
        => File.WriteAllBytes(_server!.PathOf(AssetName.KeyOf(sha256, "jpg")), bytes);

    public override async ValueTask DisposeAsync()
    {
        _store.Dispose();
        _temporary.Dispose();
        _folder.Dispose();
        if (_server is not null)
        {
            await _server.DisposeAsync();
        }
    }
}
