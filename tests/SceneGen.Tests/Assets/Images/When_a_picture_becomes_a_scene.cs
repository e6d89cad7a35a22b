using SceneGen.Assets.Images;

namespace SceneGen.Tests.Assets.Images;

public sealed class When_a_picture_becomes_a_scene : IDisposable
{
    private const int JpegTolerance = 2;
    private readonly PictureMaker _pictures = new();

    [Fact]
    public async Task eight_rows_too_many_are_cut_and_nothing_is_scaled()
    {
        var source = await _pictures.RowsAsync("rows.png", 1920, 1088);

        await _pictures.FinishAsync(source);

        foreach (var row in (int[])[0, 1, 2, 100, 540, 900, 1078, 1079])
        {
            var grey = (await _pictures.PixelAsync(_pictures.Target, 960, row))[0];
            Assert.InRange(grey, ((row + 4) % 256) - 1, ((row + 4) % 256) + 1);
        }
    }

    [Theory]
    [InlineData("square.png", 1024, 1024)]
    [InlineData("small.jpg", 640, 360)]
    [InlineData("large.webp", 2848, 1600)]
    [InlineData("portrait.png", 1080, 1920)]
    [InlineData("exact.jpg", 1920, 1080)]
    [InlineData("smallest.webp", 64, 64)]
    public async Task it_is_1920x1080_whatever_it_was(string name, int width, int height)
    {
        var source = await _pictures.NoiseAsync(name, width, height);

        await _pictures.FinishAsync(source);

        Assert.Equal("1920x1080 uchar, 3 bands, srgb, jpegload", await _pictures.DescribeAsync(_pictures.Target));
    }

    [Theory]
    [InlineData("uchar", "srgb")]
    [InlineData("ushort", "rgb16")]
    public async Task transparent_parts_turn_white(string format, string interpretation)
    {
        var source = await _pictures.MarkedAsync("clear.png", 1024, 1024, [0, 0, 0, 0], interpretation, format);

        await _pictures.FinishAsync(source);

        AssertNear([255, 255, 255], await _pictures.PixelAsync(_pictures.Target, 960, 540), tolerance: 0);
    }

    [Fact]
    public async Task sixteen_bits_become_eight()
    {
        var source = await _pictures.MarkedAsync("deep.png", 1200, 900, [65535, 0, 32768], "rgb16", "ushort");

        await _pictures.FinishAsync(source);

        AssertNear([255, 0, 127], await _pictures.PixelAsync(_pictures.Target, 960, 540));
    }

    [Fact]
    public async Task printing_colours_become_screen_colours()
    {
        var source = await _pictures.MarkedAsync("print.jpg", 1200, 900, [0, 255, 255, 0], "cmyk");

        await _pictures.FinishAsync(source);

        Assert.Equal("1920x1080 uchar, 3 bands, srgb, jpegload", await _pictures.DescribeAsync(_pictures.Target));
        var pixel = await _pictures.PixelAsync(_pictures.Target, 960, 540);
        Assert.True(pixel[0] > 150 && pixel[1] < 80 && pixel[2] < 80, "Magenta and yellow ink make red.");
    }

    [Fact]
    public async Task grey_stays_grey()
    {
        var source = await _pictures.MarkedAsync("grey.png", 1200, 900, [104], "b-w");

        await _pictures.FinishAsync(source);

        AssertNear([104], [(await _pictures.PixelAsync(_pictures.Target, 960, 540))[0]]);
    }

    [Fact]
    public async Task colours_without_a_profile_are_kept()
    {
        var source = await _pictures.MarkedAsync("plain.png", 1920, 1080, [30, 200, 90]);

        await _pictures.FinishAsync(source);

        AssertNear([30, 200, 90], await _pictures.PixelAsync(_pictures.Target, 960, 540));
    }

    [Theory]
    [InlineData("wide.png")]
    [InlineData("wide.jpg")]
    [InlineData("wide.webp")]
    public async Task colours_of_another_profile_are_translated(string name)
    {
        var plain = await _pictures.MarkedAsync("plain.png", 1920, 1080, [30, 200, 90]);
        await _pictures.VipsAsync("icc_transform", plain, name, "p3", "--input-profile", "srgb");
        Assert.True((await _pictures.PixelAsync(name, 960, 540))[0] > 60, "P3 writes this green with more red.");

        await _pictures.FinishAsync(_pictures.Folder[name]);

        AssertNear([30, 200, 90], await _pictures.PixelAsync(_pictures.Target, 960, 540), tolerance: 8);
    }

    [Theory]
    [InlineData("deep.png", "ushort", "rgb16", 4, "pngsave", "--interlace")]
    [InlineData("progressive.jpg", "uchar", "srgb", 3, "jpegsave", "--interlace")]
    public async Task twenty_five_megapixels_pass_the_memory_limit(
        string name, string format, string interpretation, int bands, string save, string option)
    {
        var plain = await _pictures.MarkedAsync("25.v", 5000, 5000, new int[bands], interpretation, format);
        await _pictures.VipsAsync(save, plain, name, option);

        await _pictures.FinishAsync(_pictures.Folder[name]);

        Assert.Equal(new ImageHeader(ImageFormat.Jpeg, 1920, 1080, false), ImageHeader.Read(_pictures.Target));
    }

    [Fact]
    public async Task its_thumbnails_are_480x270_and_960x540()
    {
        var finished = await _pictures.FinishAsync(await _pictures.NoiseAsync("square.png", 1024, 1024));

        Assert.Equal("480x270 uchar, 3 bands, srgb, webpload", await _pictures.DescribeAsync(finished.Thumbnail.Path));
        Assert.Equal(
            "960x540 uchar, 3 bands, srgb, webpload", await _pictures.DescribeAsync(finished.LargeThumbnail!.Path));
    }

    public void Dispose() => _pictures.Dispose();

    private static void AssertNear(int[] expected, int[] actual, int tolerance = JpegTolerance)
    {
        Assert.Equal(expected.Length, actual.Length);
        Assert.All(expected.Zip(actual), pair => Assert.InRange(pair.Second - pair.First, -tolerance, tolerance));
    }
}
