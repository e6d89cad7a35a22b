using SceneGen.Assets.Images;
using SceneGen.Assets.Images.Rendering;
using SceneGen.Assets.Messages;

namespace SceneGen.Tests.Assets.Images.Rendering;

public sealed class When_a_picture_is_cut_to_the_frame : IDisposable
{
    private readonly PictureMaker _pictures = new();

    [Theory]
    [InlineData(1920, 1080, 1920, 1080, 0, 0)]
    [InlineData(1920, 1088, 1920, 1088, 0, 4)]
    [InlineData(1024, 1024, 1920, 1920, 0, 420)]
    [InlineData(1344, 768, 1920, 1097, 0, 8)]
    [InlineData(4000, 2000, 2160, 1080, 120, 0)]
    [InlineData(64, 64, 1920, 1920, 0, 420)]
    public void its_middle_is_kept(int width, int height, int coverWidth, int coverHeight, int left, int top)
    {
        var header = new ImageHeader(ImageFormat.Png, width, height, false);

        Assert.Equal(new Cover(coverWidth, coverHeight, left, top), Cover.Of(header, null));
    }

    [Theory]
    [InlineData(0.6, 0.4, 840)]
    [InlineData(0.0, 0.3, 0)]
    [InlineData(0.1, 0.2, 192)]
    [InlineData(0.3, 0.4, 420)]
    [InlineData(0.1, 0.7, 324)]
    [InlineData(-5, 2, 0)]
    [InlineData(double.NaN, 0.1, 0)]
    public void the_avatar_stays_whole_as_near_to_the_middle_as_it_may(double boxTop, double boxHeight, int top)
    {
        var header = new ImageHeader(ImageFormat.Png, 1024, 1024, false);

        Assert.Equal(top, Cover.Of(header, new FrameBox(0.4, boxTop, 0.2, boxHeight)).Top);
    }

    [Fact]
    public async Task the_avatars_part_of_the_pixels_is_what_is_left()
    {
        var source = await _pictures.RowsAsync("square.png", 1920, 1920);

        await _pictures.FinishAsync(source, wish: new PictureWish(new FrameBox(0.4, 0.6, 0.2, 0.4), []));

        foreach (var row in (int[])[0, 100, 540, 1079])
        {
            Assert.InRange((await _pictures.PixelAsync(_pictures.Target, 960, row))[0] - ((row + 840) % 256), -1, 1);
        }
    }

    [Fact]
    public async Task columns_are_cut_as_well()
    {
        await _pictures.VipsAsync("xyz", "xy.v", "2160", "1080");
        await _pictures.VipsAsync("extract_band", "xy.v", "x.v", "0");
        await _pictures.VipsAsync("linear", "x.v", "eighth.v", "0.1", "0");
        await _pictures.VipsAsync("cast", "eighth.v", "grey.v", "uchar");
        await _pictures.VipsAsync("bandjoin", "grey.v grey.v grey.v", "rgb.v");
        await _pictures.VipsAsync("copy", "rgb.v", "wide.png", "--interpretation", "srgb");

        await _pictures.FinishAsync(_pictures.Folder["wide.png"]);

        foreach (var column in (int[])[5, 805, 1915])
        {
            var grey = (await _pictures.PixelAsync(_pictures.Target, column, 500))[0];
            Assert.InRange(grey - ((column + 120) / 10), -2, 2);
        }
    }

    public void Dispose() => _pictures.Dispose();
}
