using System.Security.Cryptography;
using SceneGen.Tests.Assets.S3;

namespace SceneGen.Tests.Assets;

public abstract class When_a_picture_is_kept : IAsyncLifetime
{
    private static readonly byte[] Picture = "a picture"u8.ToArray();
    private TestStore _store = null!;

    private TestFolder Folder { get; } = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _store = await OpenAsync();

    [Fact]
    public async Task its_name_is_its_hash()
    {
        var path = _store.Store.NewTemporaryPath("jpg");
        await File.WriteAllBytesAsync(path, Picture, Stop);

        var stored = await _store.Store.AddAsync(path, "jpg", Stop);

        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(Picture)), stored.Sha256);
        Assert.Equal(Picture.Length, stored.Bytes);
        Assert.Equal(Picture, await _store.ReadAsync(stored.Sha256));
        Assert.False(File.Exists(path));
    }

    [Theory]
    [InlineData("jpg")]
    [InlineData("png")]
    [InlineData("webp")]
    public async Task it_is_found_under_its_own_extension_alone(string extension)
    {
        var stored = await _store.AddAsync(Picture, extension);

        Assert.Equal(Picture, await _store.ReadAsync(stored.Sha256, extension));
        Assert.Null(await _store.ReadAsync(stored.Sha256, extension == "png" ? "jpg" : "png"));
    }

    [Fact]
    public async Task the_same_bytes_twice_are_one_file()
    {
        var first = await _store.AddAsync(Picture);
        var second = await _store.AddAsync(Picture);

        Assert.Equal(first, second);
        Assert.Equal([$"{first.Sha256}.jpg {Picture.Length}"], await _store.ListAsync());
    }

    [Fact]
    public async Task a_part_of_it_can_be_read()
    {
        var stored = await _store.AddAsync(Picture);
        await using var content = (await _store.Store.OpenAsync(stored.Sha256, "jpg", Stop))!;
        var read = new byte[3];

        content.Stream.Seek(2, SeekOrigin.Begin);
        await content.Stream.ReadExactlyAsync(read, Stop);
        Assert.Equal("pic"u8, read);

        content.Stream.Seek(1, SeekOrigin.Current);
        await content.Stream.ReadExactlyAsync(read, Stop);
        Assert.Equal("ure"u8, read);
        Assert.Equal(0, await content.Stream.ReadAsync(read, Stop));
    }

    [Fact]
    public async Task one_that_was_cut_short_is_whole_once_it_is_stored_again()
    {
        var stored = await _store.AddAsync(Picture);
        _store.Spoil(stored.Sha256, "a pic"u8);

        await _store.AddAsync(Picture);

        Assert.Equal(Picture, await _store.ReadAsync(stored.Sha256));
    }

    [Fact]
    public async Task it_can_be_deleted_more_than_once()
    {
        var stored = await _store.AddAsync(Picture);

        await _store.Store.DeleteAsync(stored.Sha256, "jpg", Stop);
        await _store.Store.DeleteAsync(stored.Sha256, "jpg", Stop);

        Assert.Null(await _store.ReadAsync(stored.Sha256));
        Assert.Empty(await _store.ListAsync());
    }

    [Theory]
    [InlineData("../../../../etc/passwd", "jpg")]
    [InlineData("E3B0C44298FC1C149AFBF4C8996FB92427AE41E4649B934CA495991B7852B855", "jpg")]
    [InlineData("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b85", "jpg")]
    [InlineData("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855\n", "jpg")]
    [InlineData("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855", "jpg/../../x")]
    [InlineData("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855", "html")]
    public async Task a_name_that_is_no_hash_names_nothing(string sha256, string extension)
    {
        Assert.Null(await _store.ReadAsync(sha256, extension));
        await Assert.ThrowsAsync<ArgumentException>(() => _store.Store.DeleteAsync(sha256, extension, Stop));
    }

    [Fact]
    public async Task an_unknown_extension_is_refused()
    {
        await Assert.ThrowsAsync<ArgumentException>(() => _store.AddAsync(Picture, "../jpg"));
    }

    public async ValueTask DisposeAsync()
    {
        await _store.DisposeAsync();
        Folder.Dispose();
        GC.SuppressFinalize(this);
    }

    protected abstract Task<TestStore> OpenAsync();

    public sealed class In_a_folder : When_a_picture_is_kept
    {
        [Fact]
        public async Task nothing_temporary_stays()
        {
            var stored = await _store.AddAsync(Picture);
            await _store.AddAsync(Picture);

            Assert.Equal(
                [Folder[$"{stored.Sha256[..2]}/{stored.Sha256}.jpg"]],
                Directory.EnumerateFiles(Folder.Root, "*.jpg", SearchOption.AllDirectories));
        }

        [Fact]
        public async Task nobody_sees_half_of_it()
        {
            var large = RandomNumberGenerator.GetBytes(1 << 22);
            var hash = Convert.ToHexStringLower(SHA256.HashData(large));

            var adding = Task.WhenAll(Enumerable.Range(0, 8).Select(_ => _store.AddAsync(large)));
            do
            {
                if (await _store.ReadAsync(hash) is { } seen)
                {
                    Assert.Equal(hash, Convert.ToHexStringLower(SHA256.HashData(seen)));
                }
            }
            while (!adding.IsCompleted);

            Assert.All(await adding, stored => Assert.Equal(hash, stored.Sha256));
        }

        protected override async Task<TestStore> OpenAsync() => await StoreInFolder.OpenAsync(Folder.Root);
    }

    public sealed class In_a_bucket : When_a_picture_is_kept
    {
        protected override async Task<TestStore> OpenAsync() => await StoreInBucket.OpenAsync();
    }
}
