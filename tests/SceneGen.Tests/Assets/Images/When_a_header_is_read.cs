using SceneGen.Assets.Images;

namespace SceneGen.Tests.Assets.Images;

public sealed class When_a_header_is_read : IDisposable
{
    private readonly PictureMaker _pictures = new();

    [Theory]
    [InlineData("a.jpg", "", ImageFormat.Jpeg)]
    [InlineData("b.jpg", "[interlace]", ImageFormat.Jpeg)]
    [InlineData("a.png", "", ImageFormat.Png)]
    [InlineData("b.png", "[interlace]", ImageFormat.Png)]
    [InlineData("a.webp", "[strip]", ImageFormat.WebP)]
    [InlineData("b.webp", "[lossless,strip]", ImageFormat.WebP)]
    [InlineData("c.webp", "[profile=p3]", ImageFormat.WebP, true)]
    [InlineData("c.png", "[profile=p3]", ImageFormat.Png, true)]
    [InlineData("c.jpg", "[profile=p3]", ImageFormat.Jpeg, true)]
    public async Task format_size_and_profile_come_from_the_bytes(
        string name, string saveOptions, ImageFormat format, bool hasColourProfile = false)
    {
        await _pictures.PlainAsync("plain.v", 1537, 271, [1, 2, 3]);
        await _pictures.VipsAsync("copy", "plain.v", name + saveOptions);
        File.Move(_pictures.Folder[name], _pictures.Folder["nameless"]);

        var header = ImageHeader.Read(_pictures.Folder["nameless"]);

        Assert.Equal(new ImageHeader(format, 1537, 271, hasColourProfile), header);
    }

    public void Dispose() => _pictures.Dispose();
}
