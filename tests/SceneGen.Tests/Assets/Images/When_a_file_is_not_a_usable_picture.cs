using SceneGen.Assets.Images;

namespace SceneGen.Tests.Assets.Images;

public sealed class When_a_file_is_not_a_usable_picture : IDisposable
{
    private readonly PictureMaker _pictures = new();

    public static TheoryData<string, byte[], string> Files => new()
    {
        { "page.png", "<!DOCTYPE html><html></html>"u8.ToArray(), "is not a JPEG, PNG or WebP" },
        { "drawing.png", "<svg xmlns='http://www.w3.org/2000/svg'/>"u8.ToArray(), "is not a JPEG, PNG or WebP" },
        { "moving.jpg", "GIF89a\u0001\0\u0001\0"u8.ToArray(), "is not a JPEG, PNG or WebP" },
        { "sound.webp", "RIFF\u0010\0\0\0WAVEfmt \0\0\0\0"u8.ToArray(), "is not a JPEG, PNG or WebP" },
        { "empty.png", [], "ends before its picture" },
        { "cut.png", [0x89, .. "PNG\r\n\u001A\n"u8, 0, 0], "ends before its picture" },
        { "huge.png", Png(60000, 60000, "IDAT"u8), "is 60000x60000" },
        { "wide.png", Png(8192, 3052, "IDAT"u8), "is 8192x3052" },
        { "narrow.png", Png(63, 1000, "IDAT"u8), "is 63x1000" },
        { "long.png", Png(8193, 100, "IDAT"u8), "is 8193x100" },
        { "none.png", Png(0, 100, "IDAT"u8), "header is broken" },
        { "negative.png", Png(-1, 100, "IDAT"u8), "header is broken" },
        { "animated.png", Png(100, 100, "acTL"u8), "is animated" },
        { "scanless.jpg", [0xFF, 0xD8, 0xFF, 0xDA, 0, 2], "header is broken" },
        { "markerless.jpg", [0xFF, 0xD8, 0, 0], "header is broken" },
        { "frameless.jpg", [0xFF, 0xD8, 0xFF, 0xC0, 0, 3, 8, 1, 0, 1, 0], "header is broken" },
        { "animated.webp", WebP("VP8X"u8, [2, 0, 0, 0, 99, 0, 0, 99, 0, 0]), "is animated" },
        { "lossless.webp", WebP("VP8L"u8, [1, 0, 0, 0, 0]), "header is broken" },
        { "unknown.webp", WebP("ABCD"u8, [0, 0, 0, 0, 0, 0, 0, 0, 0, 0]), "header is broken" },
    };

    [Theory]
    [MemberData(nameof(Files))]
    public async Task it_is_refused_by_its_first_bytes(string name, byte[] bytes, string reason)
    {
        var refusal = await RefusalOfAsync(_pictures.Folder.Write(name, bytes));

        Assert.Contains(reason, refusal, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("cut.jpg")]
    [InlineData("cut.png")]
    [InlineData("cut.webp")]
    public async Task a_picture_cut_short_is_refused_without_a_path(string name)
    {
        var whole = await _pictures.NoiseAsync(name, 1024, 1024);
        var bytes = await File.ReadAllBytesAsync(whole, TestContext.Current.CancellationToken);
        await File.WriteAllBytesAsync(whole, bytes[..(bytes.Length / 2)], TestContext.Current.CancellationToken);

        var refusal = await RefusalOfAsync(whole);

        Assert.StartsWith("vips could not make the picture: ", refusal, StringComparison.Ordinal);
        Assert.DoesNotContain("/", refusal, StringComparison.Ordinal);
        Assert.DoesNotContain("WARNING", refusal, StringComparison.Ordinal);
    }

    [Fact]
    public async Task a_full_disk_is_not_taken_for_a_bad_picture()
    {
        var source = await _pictures.NoiseAsync("good.png", 1024, 1024);
        File.CreateSymbolicLink(_pictures.Folder["full.ppm"], "/dev/full");

        var failure = await Assert.ThrowsAnyAsync<IOException>(() => _pictures.FinishAsync(source));

        Assert.DoesNotContain(_pictures.Folder.Root, failure.Message, StringComparison.Ordinal);
    }

    public void Dispose() => _pictures.Dispose();

    private async Task<string> RefusalOfAsync(string source)
    {
        var refusal = await Assert.ThrowsAsync<ImageException>(() => _pictures.FinishAsync(source));
        Assert.False(File.Exists(_pictures.Target));
        return refusal.Message;
    }

    private static byte[] Png(int width, int height, ReadOnlySpan<byte> secondChunk) =>
    [
        0x89, .. "PNG\r\n\u001A\n"u8,
        0, 0, 0, 13, .. "IHDR"u8, .. BigEndian(width), .. BigEndian(height), 8, 2, 0, 0, 0, 1, 2, 3, 4,
        0, 0, 0, 0, .. secondChunk, 1, 2, 3, 4,
    ];

    private static byte[] WebP(ReadOnlySpan<byte> chunk, ReadOnlySpan<byte> data) =>
        [.. "RIFF"u8, 0, 0, 0, 0, .. "WEBP"u8, .. chunk, (byte)data.Length, 0, 0, 0, .. data];

    private static byte[] BigEndian(int value) =>
        [(byte)(value >> 24), (byte)(value >> 16), (byte)(value >> 8), (byte)value];
}
