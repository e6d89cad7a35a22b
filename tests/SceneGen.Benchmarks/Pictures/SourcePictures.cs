using SceneGen.Benchmarks.Machine;

namespace SceneGen.Benchmarks.Pictures;

/// <summary>Pictures as providers give them, made of the one in the documentation with some grain.</summary>
internal sealed class SourcePictures(string folder)
{
    // Seen from the repository's root, where benchmarks are run.
    private const string Scene = "docs/scene.jpg";

    private static readonly (int Width, int Height)[] Sizes = [(1920, 1080), (1920, 1088), (1344, 768), (1024, 1024), (2688, 1536)];
    private static readonly string[] Formats = ["jpg", "png", "webp"];

    public async Task<IReadOnlyList<string>> MakeAsync()
    {
        var paths = new List<string>();
        foreach (var (width, height) in Sizes)
        {
            await VipsAsync("thumbnail", Scene, "size.v", $"{width}", "--height", $"{height}", "--crop", "centre", "--size", "both");
            await VipsAsync("gaussnoise", "grain.v", $"{width}", $"{height}", "--sigma", "4", "--mean", "0", "--seed", "1");
            await VipsAsync("add", "size.v", "grain.v", "sum.v");
            await VipsAsync("cast", "sum.v", "picture.v", "uchar");
            foreach (var format in Formats)
            {
                var path = Path.Combine(folder, $"{width}x{height}.{format}");
                await VipsAsync("copy", "picture.v", $"{path}[strip]");
                paths.Add(path);
            }
        }

        return paths;
    }

    private Task VipsAsync(string operation, params string[] arguments) => Children.RunAsync(
        "vips", [operation, .. arguments.Select(one => one.EndsWith(".v", StringComparison.Ordinal) ? Path.Combine(folder, one) : one)]);
}
