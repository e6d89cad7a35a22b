using System.Globalization;
using Microsoft.Extensions.Options;
using SceneGen.Assets.Images;
using SceneGen.Assets.Images.Rendering;
using SceneGen.Benchmarks.Machine;

namespace SceneGen.Benchmarks.Pictures;

/// <summary>The image step beside vipsthumbnail on the same file: once for the picture alone, once for all three files.</summary>
internal sealed class PicturesBenchmark(int rounds)
{
    private static readonly PictureWish Wish = new(null, ["#c86432", "#ffffff", "#3c2814", "#102030", "#8899aa"]);

    public async Task RunAsync()
    {
        var folder = Directory.CreateTempSubdirectory("pictures-");
        try
        {
            // One thread each, as the image step has it.
            Environment.SetEnvironmentVariable("VIPS_CONCURRENCY", "1");
            var sources = await new SourcePictures(folder.FullName).MakeAsync();
            Report.Heading($"CPU ms and peak MB of a child, mean of {rounds}; ratios are of CPU");
            Console.WriteLine($"  {"source",-16}{"step",9}{"MB",8}{"1 file",9}{"MB",8}{"3 files",9}{"ratio 1",9}{"ratio 3",9}");
            foreach (var source in sources)
            {
                await CompareAsync(source, folder.FullName);
            }
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private async Task CompareAsync(string source, string folder)
    {
        using var vips = new VipsCommand(TimeProvider.System);
        var image = new SceneImage(vips, Options.Create(new ImageOptions()));
        var step = await MeasureAsync("vips", () => image.FinishAsync(source, folder, Wish, CancellationToken.None));
        var one = await MeasureAsync("vipsthumbnail", () => ThumbnailAsync(source, 1920, 1080, ".jpg[Q=92,strip]"));
        var three = await MeasureAsync("vipsthumbnail", async () =>
        {
            await ThumbnailAsync(source, 1920, 1080, ".jpg[Q=92,strip]");
            await ThumbnailAsync(source, 960, 540, ".webp[Q=80,strip]");
            await ThumbnailAsync(source, 480, 270, ".webp[Q=80,strip]");
        });
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"  {Path.GetFileName(source),-16}{step.Cpu,9:0}{step.Peak,8:0}{one.Cpu,9:0}{one.Peak,8:0}{three.Cpu,9:0}{step.Cpu / one.Cpu,9:0.00}{step.Cpu / three.Cpu,9:0.00}"));
    }

    private static Task ThumbnailAsync(string source, int width, int height, string output) => Children.RunAsync(
        "vipsthumbnail", source, "--size", $"{width}x{height}", "--smartcrop", "centre", "-o", $"tn_%s{output}");

    private async Task<(double Cpu, double Peak)> MeasureAsync(string program, Func<Task> work)
    {
        // Once unmeasured, for the code that is compiled and the files that are read the first time.
        await work();
        var peak = await PeakAsync(program, work);
        var before = Children.Cpu;
        for (var round = 0; round < rounds; round++)
        {
            await work();
        }

        return ((Children.Cpu - before).TotalMilliseconds / rounds, peak);
    }

    // Apart from the rounds, for watching takes time itself.
    private static async Task<double> PeakAsync(string program, Func<Task> work)
    {
        using var children = new Children(program);
        await work();
        return children.PeakMegabytes;
    }
}
