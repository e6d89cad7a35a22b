using System.Security.Cryptography;

namespace SceneGen.Tests.Assets;

public sealed class When_a_picture_is_kept : IAsyncLifetime
{
    private static readonly byte[] Picture = "a picture"u8.ToArray();
    private readonly TestFolder _folder = new();
    private StoreInFolder _store = null!;

    public async ValueTask InitializeAsync() => _store = await StoreInFolder.OpenAsync(_folder["assets"]);

    [Fact]
    public async Task its_name_is_its_hash()
    {
        var stored = await _store.AddAsync(Picture);

        var hash = Convert.ToHexStringLower(SHA256.HashData(Picture));
        Assert.Equal(hash, stored.Sha256);
        Assert.Equal(Picture.Length, stored.Bytes);
        Assert.Equal(_folder[$"assets/{hash[..2]}/{hash}.jpg"], stored.Path);
        Assert.Equal(stored.Path, _store.Store.Find(hash, "jpg"));
        Assert.Equal(Picture, await File.ReadAllBytesAsync(stored.Path, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task the_same_bytes_twice_are_one_file_and_nothing_temporary()
    {
        var first = await _store.AddAsync(Picture);
        var second = await _store.AddAsync(Picture);

        Assert.Equal(first, second);
        Assert.Equal([first.Path], PicturesBelow(_folder.Root));
    }

    [Fact]
    public async Task nobody_sees_half_of_it()
    {
        var large = RandomNumberGenerator.GetBytes(1 << 22);
        var hash = Convert.ToHexStringLower(SHA256.HashData(large));

        var adding = Task.WhenAll(Enumerable.Range(0, 8).Select(_ => _store.AddAsync(large)));
        do
        {
            if (_store.Store.OpenRead(hash, "jpg") is { } seen)
            {
                await using var closing = seen;
                var seenHash = await SHA256.HashDataAsync(seen, TestContext.Current.CancellationToken);
                Assert.Equal(hash, Convert.ToHexStringLower(seenHash));
            }
        }
        while (!adding.IsCompleted);

        Assert.All(await adding, stored => Assert.Equal(hash, stored.Sha256));
    }

    [Fact]
    public async Task it_can_be_deleted_more_than_once()
    {
        var stored = await _store.AddAsync(Picture);

        _store.Store.Delete(stored.Sha256, "jpg");
        _store.Store.Delete(stored.Sha256, "jpg");

        Assert.Null(_store.Store.Find(stored.Sha256, "jpg"));
        Assert.Empty(PicturesBelow(_folder.Root));
    }

    [Theory]
    [InlineData("../../../../etc/passwd", "jpg")]
    [InlineData("E3B0C44298FC1C149AFBF4C8996FB92427AE41E4649B934CA495991B7852B855", "jpg")]
    [InlineData("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b85", "jpg")]
    [InlineData("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855\n", "jpg")]
    [InlineData("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855", "jpg/../../x")]
    [InlineData("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855", "html")]
    public void a_name_that_is_no_hash_names_nothing(string sha256, string extension)
    {
        Assert.Null(_store.Store.Find(sha256, extension));
        Assert.Throws<ArgumentException>(() => _store.Store.Delete(sha256, extension));
    }

    [Fact]
    public async Task an_unknown_extension_is_refused()
    {
        await Assert.ThrowsAsync<ArgumentException>(() => _store.AddAsync(Picture, "../jpg"));
    }

    public ValueTask DisposeAsync()
    {
        _store.Dispose();
        _folder.Dispose();
        return ValueTask.CompletedTask;
    }

    private static IEnumerable<string> PicturesBelow(string folder) =>
        Directory.EnumerateFiles(folder, "*.jpg", SearchOption.AllDirectories);
}
