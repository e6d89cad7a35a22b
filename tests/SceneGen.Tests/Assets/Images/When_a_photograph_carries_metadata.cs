using System.Text;

namespace SceneGen.Tests.Assets.Images;

public sealed class When_a_photograph_carries_metadata : IDisposable
{
    private const int StartOfImageLength = 2;
    private readonly PictureMaker _pictures = new();

    // Orientation 6: what is stored as the bottom is shown on the left.
    private static readonly byte[] Exif =
    [
        0xFF, 0xE1, 0, 34, .. "Exif\0\0"u8, .. "II*\0"u8, 8, 0, 0, 0,
        1, 0, 0x12, 0x01, 3, 0, 1, 0, 0, 0, 6, 0, 0, 0, 0, 0, 0, 0,
    ];

    private static readonly byte[] Comment = [0xFF, 0xFE, 0, 15, .. "secret garden"u8];

    [Fact]
    public async Task it_is_turned_upright()
    {
        await RenderAsync();

        Assert.All(await _pictures.PixelAsync(_pictures.Target, 100, 100), value => Assert.True(value > 250));
        Assert.All(await _pictures.PixelAsync(_pictures.Target, 1800, 980), value => Assert.True(value < 5));
    }

    [Fact]
    public async Task nothing_of_it_is_kept()
    {
        await RenderAsync();

        var bytes = await File.ReadAllBytesAsync(_pictures.Target, TestContext.Current.CancellationToken);
        var text = Encoding.Latin1.GetString(bytes);
        Assert.DoesNotContain("Exif", text, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", text, StringComparison.Ordinal);
    }

    public void Dispose() => _pictures.Dispose();

    private async Task RenderAsync()
    {
        await _pictures.PlainAsync("top.v", 1080, 960, [0, 0, 0]);
        await _pictures.PlainAsync("bottom.v", 1080, 960, [255, 255, 255]);
        await _pictures.VipsAsync("join", "top.v", "bottom.v", "bare.jpg", "vertical");
        var bare = await File.ReadAllBytesAsync(_pictures.Folder["bare.jpg"], TestContext.Current.CancellationToken);
        byte[] photograph = [.. bare[..StartOfImageLength], .. Exif, .. Comment, .. bare[StartOfImageLength..]];

        await _pictures.FinishAsync(_pictures.Folder.Write("photograph.jpg", photograph));
    }
}
