using System.Security.Cryptography;
using SceneGen.Assets.Images;
using SceneGen.Tests.Assets.Images;

namespace SceneGen.Tests.Assets.Avatars;

public sealed class When_an_avatar_can_be_used : IDisposable
{
    private readonly PictureMaker _maker = new();

    [Theory]
    [InlineData("a.png", "image/png")]
    [InlineData("a.jpg", "image/jpeg")]
    [InlineData("a.webp", "image/webp")]
    public async Task its_hash_and_size_are_known(string name, string contentType)
    {
        var picture = await _maker.RowsAsync(name, 90, 256);
        var bytes = await File.ReadAllBytesAsync(picture, TestContext.Current.CancellationToken);
        await using var show = await AvatarShow.OfAsync(picture);

        using var avatar = await show.FetchAsync();

        Assert.Equal(
            (Convert.ToHexStringLower(SHA256.HashData(bytes)), bytes.Length, 90, 256, contentType),
            (avatar.Sha256, (int)avatar.Bytes, avatar.Header.Width, avatar.Header.Height, avatar.ContentType));
        Assert.Equal(bytes, await File.ReadAllBytesAsync(avatar.Path, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task its_file_is_gone_when_nobody_needs_it()
    {
        await using var show = await AvatarShow.OfAsync(await _maker.RowsAsync("a.png", 90, 256));

        (await show.FetchAsync()).Dispose();

        Assert.Empty(show.Files);
    }

    [Theory]
    [InlineData(64, 192)]
    [InlineData(192, 64)]
    [InlineData(8192, 3051)]
    public async Task the_limits_themselves_are_allowed(int width, int height)
    {
        await using var show = await AvatarShow.OfAsync(await _maker.RowsAsync("a.png", width, height));

        using var avatar = await show.FetchAsync();

        Assert.Equal((width, height), (avatar.Header.Width, avatar.Header.Height));
    }

    [Theory]
    [InlineData(".png")]
    [InlineData(".jpg")]
    [InlineData(".webp")]
    public async Task its_colours_are_named_by_how_much_of_it_they_are(string extension)
    {
        // Three quarters orange over green; the seam's own shades are too few to count.
        await _maker.PlainAsync("orange.v", 120, 180, [224, 96, 32]);
        await _maker.PlainAsync("green.v", 120, 60, [16, 160, 64]);
        await _maker.VipsAsync("join", "orange.v", "green.v", "a" + extension, "vertical");
        await using var show = await AvatarShow.OfAsync(_maker.Folder["a" + extension]);

        using var avatar = await show.FetchAsync();

        Assert.Equal(2, avatar.Colours.Count);
        AssertNear([224, 96, 32], avatar.Colours[0]);
        AssertNear([16, 160, 64], avatar.Colours[1]);
    }

    [Fact]
    public async Task at_most_five_colours_are_named_and_what_is_not_seen_is_none()
    {
        await _maker.PlainAsync("row.v", 16, 120, [255, 0, 255, 0]);
        int[][] colours =
        [
            [255, 0, 0, 255], [0, 255, 0, 255], [0, 0, 255, 255],
            [255, 255, 0, 255], [0, 255, 255, 255], [128, 128, 128, 255],
        ];
        foreach (var colour in colours)
        {
            await _maker.PlainAsync("stripe.v", 16, 120, colour);
            await _maker.VipsAsync("join", "row.v", "stripe.v", "next.v", "horizontal");
            await _maker.VipsAsync("copy", "next.v", "row.v");
        }

        await _maker.VipsAsync("copy", "row.v", "a.png");
        await using var show = await AvatarShow.OfAsync(_maker.Folder["a.png"]);

        using var avatar = await show.FetchAsync();

        Assert.Equal(5, avatar.Colours.Count);
        Assert.All(avatar.Colours, colour => Assert.Matches("^#[0-9a-f]{6}$", colour));
        Assert.DoesNotContain("#ff00ff", avatar.Colours);
    }

    [Theory]
    [InlineData("b-w", new[] { 40 }, new[] { 200 })]
    [InlineData("srgb", new[] { 40, 40, 40 }, new[] { 200, 200, 200 })]
    public async Task a_grey_one_has_colours_too(string interpretation, int[] dark, int[] light)
    {
        await _maker.PlainAsync("dark.v", 120, 60, dark, interpretation);
        await _maker.PlainAsync("light.v", 120, 120, light, interpretation);
        await _maker.VipsAsync("join", "light.v", "dark.v", "a.png", "vertical");
        await using var show = await AvatarShow.OfAsync(_maker.Folder["a.png"]);

        using var avatar = await show.FetchAsync();

        AssertNear([200, 200, 200], avatar.Colours[0]);
        AssertNear([40, 40, 40], avatar.Colours[1]);
    }

    [Fact]
    public async Task a_figure_of_one_colour_is_seen_by_what_is_around_it()
    {
        await _maker.PlainAsync("nothing.v", 120, 60, [0, 0, 0, 0]);
        await _maker.PlainAsync("black.v", 120, 60, [0, 0, 0, 255]);
        await _maker.VipsAsync("join", "nothing.v", "black.v", "a.png", "vertical");
        await using var show = await AvatarShow.OfAsync(_maker.Folder["a.png"]);

        using var avatar = await show.FetchAsync();

        Assert.Equal(["#000000"], avatar.Colours);
    }

    [Fact]
    public async Task with_pass_through_no_child_is_started_and_no_colour_known()
    {
        var picture = await _maker.PlainAsync("a.png", 120, 180, [224, 96, 32]);
        var bytes = await File.ReadAllBytesAsync(picture, TestContext.Current.CancellationToken);
        await using var show = await AvatarShow.OfAsync(bytes, ImageProcessing.Passthrough, vips: "/no/such/program");

        using var avatar = await show.FetchAsync();

        Assert.Equal((120, 180), (avatar.Header.Width, avatar.Header.Height));
        Assert.Empty(avatar.Colours);
    }

    public void Dispose() => _maker.Dispose();

    private static void AssertNear(int[] wanted, string colour)
    {
        var found = Convert.FromHexString(colour[1..]);
        Assert.All(wanted.Zip(found), pair => Assert.InRange(pair.Second, pair.First - 8, pair.First + 8));
    }
}
