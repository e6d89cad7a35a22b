using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.Options;
using SceneGen.Assets.Images;
using SceneGen.Assets.Images.Rendering;

namespace SceneGen.Tests.Assets.Images;

// Makes and measures pictures with the real vips, in a folder of its own.
public sealed class PictureMaker : IDisposable
{
    private static readonly TimeSpan ToolLimit = TimeSpan.FromMinutes(1);
    private readonly VipsCommand _vips = new(TimeProvider.System);

    public TestFolder Folder { get; } = new();

    public string Target => Folder["picture.jpg"];

    internal Task<FinishedPicture> FinishAsync(
        string source, ImageOptions? options = null, PictureWish? wish = null) =>
        new SceneImage(_vips, Options.Create(options ?? new ImageOptions())).FinishAsync(
            source, Folder.Root, wish ?? new PictureWish(null, []), TestContext.Current.CancellationToken);

    // A picture whose every row is grey of the row's number, modulo 256.
    public async Task<string> RowsAsync(string name, int width, int height)
    {
        await VipsAsync("xyz", "xy.v", $"{width}", $"{height}");
        await VipsAsync("extract_band", "xy.v", "y.v", "1");
        await VipsAsync("remainder_const", "y.v", "wrapped.v", "256");
        await VipsAsync("cast", "wrapped.v", "grey.v", "uchar");
        await VipsAsync("bandjoin", "grey.v grey.v grey.v", "rgb.v");
        await VipsAsync("copy", "rgb.v", name, "--interpretation", "srgb");
        return Folder[name];
    }

    public async Task<string> NoiseAsync(string name, int width, int height)
    {
        await VipsAsync("gaussnoise", "noise.v", $"{width}", $"{height}", "--seed", "1");
        await VipsAsync("cast", "noise.v", "uchar.v", "uchar");
        await VipsAsync("bandjoin", "uchar.v uchar.v uchar.v", "rgb.v");
        await VipsAsync("copy", "rgb.v", name, "--interpretation", "srgb");
        return Folder[name];
    }

    // One colour throughout; the number of its values is the number of bands.
    public async Task<string> PlainAsync(
        string name, int width, int height, int[] colour, string interpretation = "srgb", string format = "uchar")
    {
        var ones = string.Join(' ', colour.Select(_ => "1"));
        await VipsAsync("black", "black.v", $"{width}", $"{height}", "--bands", $"{colour.Length}");
        await VipsAsync("linear", "black.v", "plain.v", ones, string.Join(' ', colour));
        await VipsAsync("cast", "plain.v", "typed.v", format);
        await VipsAsync("copy", "typed.v", name, "--interpretation", interpretation);
        return Folder[name];
    }

    // The same, and its leftmost tenth of half the largest values: so it is not blank.
    public async Task<string> MarkedAsync(
        string name, int width, int height, int[] colour, string interpretation = "srgb", string format = "uchar")
    {
        var half = format == "uchar" ? 127 : 32767;
        await PlainAsync("body.v", width, height, colour, interpretation, format);
        await PlainAsync("mark.v", width / 10, height, [.. colour.Select(_ => half)], interpretation, format);
        await VipsAsync("insert", "body.v", "mark.v", name, "0", "0");
        return Folder[name];
    }

    public Task<string> VipsAsync(params string[] arguments) => RunAsync("vips", arguments);

    public async Task<int[]> PixelAsync(string picture, int x, int y)
    {
        var answer = await VipsAsync("getpoint", picture, $"{x}", $"{y}");
        return [.. answer.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Where(value => value.Length > 0)
            .Select(value => (int)double.Parse(value, CultureInfo.InvariantCulture))];
    }

    // What vips itself reads from the picture, such as "1920x1080 uchar, 3 bands, srgb".
    public async Task<string> DescribeAsync(string picture)
    {
        var answer = await RunAsync("vipsheader", picture);
        return answer[(answer.LastIndexOf(": ", StringComparison.Ordinal) + 2)..].Trim();
    }

    public void Dispose()
    {
        _vips.Dispose();
        Folder.Dispose();
    }

    private async Task<string> RunAsync(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = Folder.Root,
            RedirectStandardOutput = true,
            UseShellExecute = false,
        };
        using var process = Process.Start(start)!;
        var output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken)
            .WaitAsync(ToolLimit, TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.True(process.ExitCode == 0, $"{program} {string.Join(' ', arguments)} failed.");
        return output;
    }
}
