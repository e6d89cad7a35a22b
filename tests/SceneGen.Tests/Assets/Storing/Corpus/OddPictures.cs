using System.Text;
using SceneGen.Contracts;
using SceneGen.Tests.Assets.Images;
using static SceneGen.Tests.Assets.Storing.Corpus.HandMade;

namespace SceneGen.Tests.Assets.Storing.Corpus;

/// <summary>What a provider, or somebody in its place, may give: how each is made, and the code it ends with.</summary>
internal static class OddPictures
{
    /// <summary>It becomes a scene's picture like any other.</summary>
    public const string Stored = "stored";

    private const string Unreadable = SceneFailureCodes.OutputUnreadable;
    private const string Unsuitable = SceneFailureCodes.OutputUnsuitable;
    private const string Blank = SceneFailureCodes.OutputBlank;

    private static readonly byte[] Noise = [.. Enumerable.Range(0, 100_000).Select(i => (byte)(i * 7919 >> 3))];

    public static readonly Dictionary<string, (string Code, Func<PictureMaker, Task<byte[]>> Make)> All =
        new(StringComparer.Ordinal)
        {
            ["nothing"] = (Unreadable, _ => Bytes([])),
            ["one byte"] = (Unreadable, _ => Bytes([0xFF])),
            ["an HTML page"] = (Unreadable, _ => Bytes("<!DOCTYPE html><html><body>expired</body></html>"u8)),
            ["an XML error"] = (Unreadable, _ => Bytes("<?xml version='1.0'?><Error><Code>AccessDenied</Code></Error>"u8)),
            ["a JSON error"] = (Unreadable, _ => Bytes("""{"detail":"not found"}"""u8)),
            ["an SVG"] = (Unreadable, _ => Bytes("<svg xmlns='http://www.w3.org/2000/svg' width='1920' height='1080'/>"u8)),
            ["an SVG that reads a file"] = (Unreadable, _ => Bytes("<svg xmlns='http://www.w3.org/2000/svg'><image href='/etc/passwd'/></svg>"u8)),
            ["a script for ImageMagick"] = (Unreadable, _ => Bytes("push graphic-context\nimage over 0,0 0,0 '|id'"u8)),
            ["a PostScript file"] = (Unreadable, _ => Bytes("%!PS-Adobe-3.0 EPSF-3.0\n"u8)),
            ["a PDF"] = (Unreadable, _ => Bytes("%PDF-1.7\n"u8)),
            ["a ZIP"] = (Unreadable, _ => Bytes([.. "PK\u0003\u0004"u8, .. Noise])),
            ["noise"] = (Unreadable, _ => Bytes(Noise)),
            ["a GIF"] = (Unreadable, maker => SavedAsync(maker, "a.gif")),
            ["a TIFF"] = (Unreadable, maker => SavedAsync(maker, "a.tif")),
            ["a PPM"] = (Unreadable, maker => SavedAsync(maker, "a.ppm")),
            ["a file of vips itself"] = (Unreadable, maker => SavedAsync(maker, "a.v")),
            ["a sound in RIFF"] = (Unreadable, _ => Bytes("RIFF\u0010\0\0\0WAVEfmt \0\0\0\0"u8)),
            ["the beginning of a PNG"] = (Unreadable, _ => Bytes(Png(1920, 1080).AsSpan(0, 40))),
            ["a PNG cut in half"] = (Unreadable, maker => CutAsync(maker, "a.png")),
            ["a JPEG cut in half"] = (Unreadable, maker => CutAsync(maker, "a.jpg")),
            ["a WebP cut in half"] = (Unreadable, maker => CutAsync(maker, "a.webp")),
            ["a PNG without its last rows"] = (Unreadable, _ => Bytes(Png(1920, 1000, shownHeight: 1080))),
            ["a PNG whose rows are shorter than it says"] = (Unreadable, _ => Bytes(Png(100, 100, 2000, 2000))),
            ["a PNG of damaged rows"] = (Unreadable, _ => Bytes(Damaged(Png(1920, 1080)))),
            ["a finished JPEG without its last rows"] = (Unreadable, async maker => WithFrame(await SavedAsync(maker, "a.jpg", 1920, 600), 5, 1080 >> 8, 1080 & 0xFF)),
            ["a finished JPEG cut in half"] = (Unreadable, maker => CutAsync(maker, "a.jpg", 1920, 1080)),
            ["a finished JPEG without its end marker"] = (Unreadable, async maker => (await SavedAsync(maker, "a.jpg", 1920, 1080))[..^2]),
            ["a finished JPEG cut in half, with its end marker"] = (Unreadable, async maker => [.. await CutAsync(maker, "a.jpg", 1920, 1080), 0xFF, 0xD9]),
            ["a JPEG of arithmetic code"] = (Unreadable, async maker => WithFrame(await SavedAsync(maker, "a.jpg", 1920, 1080), 1, 0xC9)),
            ["a JPEG of twelve bits"] = (Unreadable, async maker => WithFrame(await SavedAsync(maker, "a.jpg", 1920, 1080), 4, 12)),
            ["a JPEG of no size"] = (Unreadable, async maker => WithFrame(await SavedAsync(maker, "a.jpg"), 5, 0, 0)),
            ["a JPEG without its tables"] = (Unreadable, async maker => await WithoutTablesAsync(maker)),
            ["a WebP of a canvas larger than its picture"] = (Unreadable, async maker => Riff([.. "VP8X"u8, 10, 0, 0, 0, 0, 0, 0, 0, 0x7F, 7, 0, 0x37, 4, 0], (await SavedAsync(maker, "a.webp[strip]"))[12..])),
            ["a bomb of 3.6 gigapixels"] = (Unsuitable, _ => Bytes(Png(64, 64, 60_000, 60_000))),
            ["a bomb of the largest sides there are"] = (Unsuitable, _ => Bytes(Png(64, 64, int.MaxValue, int.MaxValue))),
            ["a JPEG of 65,535 rows"] = (Unsuitable, async maker => WithFrame(await SavedAsync(maker, "a.jpg"), 5, 0xFF, 0xFF)),
            ["1x1 as PNG"] = (Unsuitable, _ => Bytes(Png(1, 1))),
            ["1x1 as JPEG"] = (Unsuitable, maker => SavedAsync(maker, "a.jpg", 1, 1)),
            ["1x1 as WebP"] = (Unsuitable, maker => SavedAsync(maker, "a.webp", 1, 1)),
            ["a strip"] = (Unsuitable, maker => SavedAsync(maker, "a.png", 2000, 400)),
            ["an animated PNG"] = (Unsuitable, _ => Bytes(Png(1920, 1080, extra: Chunk("acTL"u8, [0, 0, 0, 2, 0, 0, 0, 0])))),
            ["an animated WebP"] = (Unsuitable, maker => MovingAsync(maker)),
            ["a black PNG of 25 megapixels in 25 kB"] = (Blank, _ => Bytes(Png(5000, 5000, isPlain: true))),
            ["a finished black JPEG"] = (Blank, maker => PlainAsync(maker, "a.jpg", [0, 0, 0])),
            ["white"] = (Blank, maker => PlainAsync(maker, "a.webp", [255, 255, 255])),
            ["wholly transparent"] = (Blank, maker => PlainAsync(maker, "a.png", [200, 40, 9, 0])),
            ["a slope"] = (Stored, _ => Bytes(Png(1344, 768))),
            ["progressive"] = (Stored, maker => SavedAsync(maker, "a.jpg[interlace]", 1920, 1080)),
            ["interlaced"] = (Stored, maker => SavedAsync(maker, "a.png[interlace]")),
            ["of a palette"] = (Stored, maker => SavedAsync(maker, "a.png[palette]")),
            ["lossless WebP"] = (Stored, maker => SavedAsync(maker, "a.webp[lossless]")),
            ["of sixteen bits and transparent"] = (Stored, async maker => await ReadAsync(await maker.MarkedAsync("a.png", 1400, 900, [65535, 0, 9, 40000], "rgb16", "ushort"))),
            ["grey and transparent"] = (Stored, async maker => await ReadAsync(await maker.MarkedAsync("a.png", 1400, 900, [90, 128], "b-w"))),
            ["for printing"] = (Stored, async maker => await ReadAsync(await maker.MarkedAsync("a.jpg", 1920, 1080, [0, 255, 255, 0], "cmyk"))),
            ["held upside down"] = (Stored, async maker => WithSegments(await SavedAsync(maker, "a.jpg", 1920, 1080), Orientation(3))),
            ["held on a side"] = (Stored, async maker => WithSegments(await SavedAsync(maker, "a.jpg", 1080, 1920), Orientation(8))),
            ["of a nonsensical orientation"] = (Stored, async maker => WithSegments(await SavedAsync(maker, "a.jpg"), Orientation(200))),
            ["of a nonsensical profile"] = (Stored, async maker => WithSegments(await SavedAsync(maker, "a.jpg"), Segment(0xE2, [.. "ICC_PROFILE\0\u0001\u0001"u8, .. Noise.AsSpan(0, 2000)]))),
            ["of broken EXIF"] = (Stored, async maker => WithSegments(await SavedAsync(maker, "a.jpg"), Segment(0xE1, [.. "Exif\0\0II*\0"u8, 0xFF, 0xFF, 0xFF, 0x7F, .. Noise.AsSpan(0, 500)]))),
            ["of a hundred comments"] = (Stored, async maker => WithSegments(await SavedAsync(maker, "a.jpg", 1920, 1080), [.. Enumerable.Repeat(Segment(0xFE, Noise.AsSpan(0, 60_000)), 100)])),
            ["with a ZIP behind its end"] = (Stored, async maker => [.. await SavedAsync(maker, "a.jpg", 1920, 1080), .. "PK\u0003\u0004"u8, .. Noise]),
        };

    private static Task<byte[]> Bytes(ReadOnlySpan<byte> bytes) => Task.FromResult(bytes.ToArray());

    private static async Task<byte[]> SavedAsync(PictureMaker maker, string name, int width = 1024, int height = 768) =>
        await ReadAsync(await maker.NoiseAsync(name, width, height));

    private static async Task<byte[]> CutAsync(PictureMaker maker, string name, int width = 1024, int height = 768)
    {
        var whole = await SavedAsync(maker, name, width, height);
        return whole[..(whole.Length / 2)];
    }

    private static async Task<byte[]> PlainAsync(PictureMaker maker, string name, int[] colour) =>
        await ReadAsync(await maker.PlainAsync(name, 1920, 1080, colour));

    private static async Task<byte[]> MovingAsync(PictureMaker maker)
    {
        await maker.NoiseAsync("frames.v", 400, 800);
        await maker.VipsAsync("webpsave", "frames.v", "moving.webp", "--page-height", "400");
        return await ReadAsync(maker.Folder["moving.webp"]);
    }

    private static async Task<byte[]> WithoutTablesAsync(PictureMaker maker)
    {
        var jpeg = await SavedAsync(maker, "a.jpg", 1920, 1080);
        for (var at = 2; at < 600; at++)
        {
            // Quantisation and Huffman tables become comments.
            jpeg[at] = jpeg[at - 1] == 0xFF && jpeg[at] is 0xDB or 0xC4 ? (byte)0xFE : jpeg[at];
        }

        return jpeg;
    }

    private static byte[] Damaged(byte[] file)
    {
        Encoding.ASCII.GetBytes("damaged").CopyTo(file, file.Length / 2);
        return file;
    }

    private static Task<byte[]> ReadAsync(string path) =>
        File.ReadAllBytesAsync(path.Split('[')[0], TestContext.Current.CancellationToken);
}
