using SceneGen.Assets.Images;
using SceneGen.Assets.Images.Formats;
using SceneGen.Tests.Assets.Storing.Corpus;

namespace SceneGen.Tests.Assets.Images.Formats;

public sealed class When_a_jpeg_is_taken_over : IDisposable
{
    private readonly PictureMaker _pictures = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("[strip]")]
    [InlineData("[strip,interlace]")]
    public async Task its_coded_rows_stay_and_its_metadata_goes(string how)
    {
        var bare = await SaveAsync(how);
        byte[] dressed =
        [
            .. HandMade.WithSegments(
                bare,
                HandMade.Orientation(1),
                HandMade.Segment(0xFE, "secret garden"u8),
                HandMade.Segment(0xED, "Photoshop 3.0"u8)),
            .. "<html>"u8,
        ];

        AssertKept(bare, dressed);
    }

    [Fact]
    public async Task a_profile_that_is_the_screens_goes()
    {
        var bare = await SaveAsync("[strip]");
        var profiled = await SaveAsync("[profile=srgb]");
        Assert.True(profiled.Length > bare.Length + 400);

        AssertKept(bare, profiled);
    }

    [Fact]
    public async Task another_profile_stands_in_the_way() =>
        Assert.Equal("its colours are not sRGB", Copy(await SaveAsync("[profile=p3]")).Obstacle);

    [Fact]
    public async Task so_does_what_was_not_held_upright()
    {
        var turned = HandMade.WithSegments(await SaveAsync("[strip]"), HandMade.Orientation(6));

        Assert.Equal("it was not held upright", Copy(turned).Obstacle);
    }

    [Fact]
    public async Task so_does_another_size() =>
        Assert.Equal("it is 1600x1080", Copy(await SaveAsync("[strip]", 1600)).Obstacle);

    [Fact]
    public async Task so_do_colours_that_are_not_three()
    {
        await _pictures.PlainAsync("grey.v", 1920, 1080, [77], "b-w");
        await _pictures.VipsAsync("copy", "grey.v", "grey.jpg[strip]");
        var grey = await File.ReadAllBytesAsync(_pictures.Folder["grey.jpg"], Stop);

        Assert.Equal("it is not of the common kind with three colours of eight bits", Copy(grey).Obstacle);
    }

    [Fact]
    public async Task one_that_breaks_off_anywhere_is_refused()
    {
        var whole = await SaveAsync("[strip,Q=1]");

        for (var length = 2; length < whole.Length; length += 1 + (length / 50))
        {
            Assert.Throws<ImageException>(() => Copy(whole[..length]));
        }
    }

    public void Dispose() => _pictures.Dispose();

    private static void AssertKept(byte[] expected, byte[] source)
    {
        var (obstacle, bytes) = Copy(source);
        Assert.Null(obstacle);
        Assert.Equal(expected, bytes);
    }

    private static (string? Obstacle, byte[] Bytes) Copy(byte[] source)
    {
        using var target = new MemoryStream();
        var obstacle = JpegCopy.Write(source, SceneImage.Width, SceneImage.Height, target);
        return (obstacle, target.ToArray());
    }

    private async Task<byte[]> SaveAsync(string how, int width = SceneImage.Width)
    {
        await _pictures.PlainAsync("plain.v", width, SceneImage.Height, [30, 200, 90]);
        await _pictures.VipsAsync("copy", "plain.v", $"plain.jpg{how}");
        return await File.ReadAllBytesAsync(_pictures.Folder["plain.jpg"], Stop);
    }
}
