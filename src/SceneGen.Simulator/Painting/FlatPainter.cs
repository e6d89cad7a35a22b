using System.Collections.Concurrent;
using SceneGen.Simulator.Storage;

namespace SceneGen.Simulator.Painting;

/// <summary>One picture of sky and ground for each size and format, painted when first asked for.</summary>
internal sealed class FlatPainter(Vips vips, SimulatorFolder folder)
{
    private readonly ConcurrentDictionary<string, Lazy<Task>> _paintings = new(StringComparer.Ordinal);

    /// <returns>The picture's name.</returns>
    public async Task<string> PaintAsync(int width, int height, string format, CancellationToken cancellationToken)
    {
        var name = $"plain-{width}x{height}.{format}";
        var painting = _paintings.GetOrAdd(name, _ => new Lazy<Task>(() => PaintAsync(name, width, height)));
        await painting.Value.WaitAsync(cancellationToken);
        return name;
    }

    /// <summary>Shared by everybody who asks, so it outlives the one who asked first.</summary>
    private async Task PaintAsync(string name, int width, int height)
    {
        if (File.Exists(folder.Picture(name)))
        {
            return;
        }

        var svg = folder.ScratchFile($"{name}.svg");
        try
        {
            await File.WriteAllTextAsync(
                svg,
                $"""
                <svg xmlns='http://www.w3.org/2000/svg' width='{width}' height='{height}'>
                <rect width='100%' height='100%' fill='#5b7c99'/>
                <rect y='70%' width='100%' height='30%' fill='#4a5d3a'/></svg>
                """,
                CancellationToken.None);
            await vips.RunAsync(["flatten", svg, folder.ScratchFile(name)], CancellationToken.None);
            folder.Keep(name);
        }
        catch (VipsFailedException)
        {
            // The next who asks tries again.
            _paintings.TryRemove(name, out _);
            throw;
        }
    }
}
