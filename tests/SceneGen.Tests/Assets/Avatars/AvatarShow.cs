using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using SceneGen.Assets;
using SceneGen.Assets.Avatars;
using SceneGen.Assets.Fetching;
using SceneGen.Assets.Images;
using SceneGen.Tests.Assets.Fetching;

namespace SceneGen.Tests.Assets.Avatars;

/// <summary>A server that shows one avatar, and the reader that looks at it.</summary>
internal sealed class AvatarShow : IAsyncDisposable
{
    private readonly TestFolder _folder = new();
    private readonly FetchingSite _site;
    private readonly GuardedFetcher _fetcher;
    private readonly VipsCommand _vips;
    private readonly TemporaryFolder _temporary;

    private AvatarShow(FetchingSite site, ImageProcessing processing, string vips, TimeProvider time)
    {
        _site = site;
        _vips = new VipsCommand(time) { Program = vips };
        var trusted = Options.Create(new FetchingOptions { TrustedHosts = ["127.0.0.1"] });
        _fetcher = new GuardedFetcher(trusted, TimeProvider.System);
        _temporary = new TemporaryFolder(
            Options.Create(new StorageOptions { Path = _folder.Root }),
            TimeProvider.System,
            NullLogger<TemporaryFolder>.Instance);
        Reader = new AvatarReader(
            _fetcher,
            _vips,
            _temporary,
            Options.Create(new AvatarOptions()),
            Options.Create(new ImageOptions { Processing = processing }));
    }

    public AvatarReader Reader { get; }

    public string Url => _site.Url("/avatar?sig=secret");

    /// <summary>What lies on the disk because of the avatar.</summary>
    public IReadOnlyList<string> Files =>
    [
        .. Directory.GetFiles(_folder.Root, "*", SearchOption.AllDirectories)
            .Where(file => !file.EndsWith(".claim", StringComparison.Ordinal)),
    ];

    public static async Task<AvatarShow> OfAsync(
        byte[] avatar, ImageProcessing processing = ImageProcessing.Full, string vips = "vips", TimeProvider? time = null)
    {
        var site = await FetchingSite.StartAsync(
            context => context.Response.Body.WriteAsync(avatar, context.RequestAborted).AsTask());
        var show = new AvatarShow(site, processing, vips, time ?? TimeProvider.System);
        await show._temporary.StartingAsync(TestContext.Current.CancellationToken);
        return show;
    }

    public static async Task<AvatarShow> OfAsync(string picture)
        => await OfAsync(await File.ReadAllBytesAsync(picture, TestContext.Current.CancellationToken));

    public Task<AvatarFile> FetchAsync() => Reader.FetchAsync(Url, TestContext.Current.CancellationToken);

    public async Task<UnusableAvatarException> FailAsync()
    {
        var exception = await Assert.ThrowsAsync<UnusableAvatarException>(FetchAsync);
        Assert.Empty(Files);
        Assert.DoesNotContain("secret", exception.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain(_folder.Root, exception.Message, StringComparison.Ordinal);
        return exception;
    }

    public async ValueTask DisposeAsync()
    {
        _fetcher.Dispose();
        _vips.Dispose();
        _temporary.Dispose();
        await _site.DisposeAsync();
        _folder.Dispose();
    }
}
