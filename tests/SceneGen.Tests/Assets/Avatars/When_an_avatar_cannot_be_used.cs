using System.Runtime.Versioning;
using System.Text;
using SceneGen.Assets.Fetching;
using SceneGen.Assets.Images;
using SceneGen.Contracts;
using SceneGen.Tests.Assets.Images;
using SceneGen.Tests.Infrastructure;

namespace SceneGen.Tests.Assets.Avatars;

public sealed class When_an_avatar_cannot_be_used : IDisposable
{
    private readonly PictureMaker _maker = new();

    [Theory]
    [InlineData("")]
    [InlineData("<html>not a picture</html>")]
    [InlineData("GIF89a..........................")]
    [InlineData("<svg xmlns='http://www.w3.org/2000/svg' width='100' height='100'/>")]
    public async Task what_is_no_picture_is_said_to_be_none(string text)
    {
        await using var show = await AvatarShow.OfAsync(Encoding.ASCII.GetBytes(text));

        Assert.Equal(SceneFailureCodes.AvatarUnreadable, (await show.FailAsync()).Code);
    }

    [Theory]
    [InlineData(8193, 3000, SceneFailureCodes.AvatarTooLarge)]
    [InlineData(5001, 5000, SceneFailureCodes.AvatarTooLarge)]
    [InlineData(63, 100, SceneFailureCodes.AvatarTooSmall)]
    [InlineData(100, 63, SceneFailureCodes.AvatarTooSmall)]
    [InlineData(1, 1, SceneFailureCodes.AvatarTooSmall)]
    [InlineData(64, 193, SceneFailureCodes.AvatarMisshapen)]
    [InlineData(301, 100, SceneFailureCodes.AvatarMisshapen)]
    public async Task its_size_is_judged_before_it_is_decoded(int width, int height, string code)
    {
        var picture = await _maker.RowsAsync("a.png", width, height);
        var bytes = await File.ReadAllBytesAsync(picture, TestContext.Current.CancellationToken);
        await using var show = await AvatarShow.OfAsync(bytes, vips: "/no/such/program");

        var exception = await show.FailAsync();

        Assert.Equal(code, exception.Code);
        Assert.StartsWith($"The avatar is {width}x{height}; ", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(".webp")]
    [InlineData(".png")]
    public async Task one_that_moves_is_said_to_move(string extension)
    {
        await using var show = await AvatarShow.OfAsync(
            extension is ".png" ? AnimatedPng(await PngAsync()) : await AnimatedWebPAsync());

        Assert.Equal(SceneFailureCodes.AvatarAnimated, (await show.FailAsync()).Code);
    }

    [Theory]
    [InlineData(".png", new[] { 224, 96, 32 })]
    [InlineData(".jpg", new[] { 224, 96, 32 })]
    [InlineData(".webp", new[] { 255, 255, 255 })]
    [InlineData(".png", new[] { 0, 0, 0, 0 })]
    [InlineData(".png", new[] { 224, 96, 32, 128 })]
    [InlineData(".png", new[] { 224, 96, 32, 8 })]
    public async Task one_on_which_there_is_nothing_is_blank(string extension, int[] colour)
    {
        await using var show = await AvatarShow.OfAsync(await _maker.PlainAsync("a" + extension, 128, 128, colour));

        Assert.Equal(SceneFailureCodes.AvatarBlank, (await show.FailAsync()).Code);
    }

    [Fact]
    public async Task what_is_drawn_in_invisible_colours_is_blank()
    {
        await _maker.PlainAsync("left.v", 64, 128, [255, 0, 0, 0]);
        await _maker.PlainAsync("right.v", 64, 128, [0, 255, 0, 0]);
        await _maker.VipsAsync("join", "left.v", "right.v", "a.png", "horizontal");
        await using var show = await AvatarShow.OfAsync(_maker.Folder["a.png"]);

        Assert.Equal(SceneFailureCodes.AvatarBlank, (await show.FailAsync()).Code);
    }

    [Theory]
    [InlineData(".png")]
    [InlineData(".jpg")]
    [InlineData(".webp")]
    public async Task one_that_is_cut_off_cannot_be_read(string extension)
    {
        var whole = await File.ReadAllBytesAsync(
            await _maker.NoiseAsync("a" + extension, 200, 200), TestContext.Current.CancellationToken);
        await using var show = await AvatarShow.OfAsync(whole[..(whole.Length / 2)]);

        Assert.Equal(SceneFailureCodes.AvatarUnreadable, (await show.FailAsync()).Code);
    }

    [Fact]
    public async Task without_vips_nobody_blames_the_avatar()
    {
        var picture = await File.ReadAllBytesAsync(await PngAsync(), TestContext.Current.CancellationToken);
        await using var show = await AvatarShow.OfAsync(picture, vips: "/no/such/program");

        await Assert.ThrowsAsync<InvalidOperationException>(show.FetchAsync);

        Assert.Empty(show.Files);
    }

    [Fact(Timeout = 30_000)]
    [UnsupportedOSPlatform("windows")]
    public async Task on_a_machine_too_busy_to_see_it_nobody_blames_the_avatar()
    {
        var picture = await File.ReadAllBytesAsync(await PngAsync(), TestContext.Current.CancellationToken);
        var begun = _maker.Folder["begun"];
        var sleeper = _maker.Folder.Write("sleeper", Encoding.ASCII.GetBytes($"#!/bin/sh\n: > {begun}\nexec sleep 60\n"));
        File.SetUnixFileMode(sleeper, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        var time = new ManualTime();
        await using var show = await AvatarShow.OfAsync(picture, vips: sleeper, time: time);

        var looking = show.FetchAsync();
        while (!File.Exists(begun))
        {
            await Task.Delay(5, TestContext.Current.CancellationToken);
        }

        time.Advance(TimeSpan.FromSeconds(45));

        await Assert.ThrowsAsync<PictureToolException>(() => looking);
        Assert.Empty(show.Files);
    }

    [Fact]
    public async Task one_above_20_MiB_is_too_large_to_be_fetched()
    {
        await using var show = await AvatarShow.OfAsync(new byte[(20 * 1024 * 1024) + 1], ImageProcessing.Passthrough);

        var exception = await Assert.ThrowsAsync<FetchException>(show.FetchAsync);

        Assert.Equal(FetchFailure.TooLarge, exception.Failure);
        Assert.Empty(show.Files);
    }

    public void Dispose() => _maker.Dispose();

    private Task<string> PngAsync() => _maker.RowsAsync("a.png", 100, 100);

    private async Task<byte[]> AnimatedWebPAsync()
    {
        await _maker.RowsAsync("tall.v", 100, 200);
        await _maker.VipsAsync("webpsave", "tall.v", "a.webp", "--page-height", "100");
        return await File.ReadAllBytesAsync(_maker.Folder["a.webp"], TestContext.Current.CancellationToken);
    }

    /// <summary>With the chunk that announces two frames, behind the header.</summary>
    private static byte[] AnimatedPng(string picture)
    {
        const int afterHeader = 33;
        byte[] announcement = [0, 0, 0, 8, .. "acTL"u8, 0, 0, 0, 2, 0, 0, 0, 0, 0xF3, 0x8D, 0x93, 0x70];
        var still = File.ReadAllBytes(picture);
        return [.. still[..afterHeader], .. announcement, .. still[afterHeader..]];
    }
}
