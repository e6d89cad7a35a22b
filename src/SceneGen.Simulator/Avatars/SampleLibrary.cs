using System.Collections.Concurrent;
using SceneGen.Contracts;
using SceneGen.Simulator.Painting;
using SceneGen.Simulator.Storage;

namespace SceneGen.Simulator.Avatars;

/// <summary>The sample figures, painted when first asked for.</summary>
internal sealed class SampleLibrary(Vips vips, SimulatorFolder folder)
{
    private readonly ConcurrentDictionary<string, Lazy<Task<byte[]>>> _pictures = new(StringComparer.Ordinal);

    public static IReadOnlyList<Sample> All { get; } =
    [
        new("robot", "Bolt", AvatarKind.Robot, "A friendly white robot with glowing eyes, waving."),
        new("fox", "Juniper", AvatarKind.Animal, "A fox in a green coat and a yellow scarf."),
        new("astronaut", "Nova", AvatarKind.Human, "An astronaut in a white suit with orange trim."),
        new("wizard", "Alaric", AvatarKind.Human, "An old wizard in a starry robe, with a staff."),
        new("dragon", "Ember", AvatarKind.Creature, "A small green dragon with orange wings."),
        new("teapot", "Earl", AvatarKind.Object, "A blue and white teapot with a smile."),
    ];

    public static Sample? Find(string? id)
    {
        return All.FirstOrDefault(sample => sample.Id == id);
    }

    public Task<byte[]> PaintAsync(Sample sample, CancellationToken cancellationToken)
    {
        var picture = _pictures.GetOrAdd(sample.Id, id => new Lazy<Task<byte[]>>(() => PaintAsync(id)));
        return picture.Value.WaitAsync(cancellationToken);
    }

    /// <summary>Shared by everybody who asks, so it outlives the one who asked first.</summary>
    private async Task<byte[]> PaintAsync(string id)
    {
        var (svg, png) = (folder.ScratchFile($"{id}.svg"), folder.ScratchFile($"{id}.png"));
        await using (var resource = typeof(SampleLibrary).Assembly.GetManifestResourceStream($"samples/{id}.svg")!)
        await using (var file = File.Create(svg))
        {
            await resource.CopyToAsync(file, CancellationToken.None);
        }

        await vips.RunAsync(["copy", svg, png], CancellationToken.None);
        return await File.ReadAllBytesAsync(png, CancellationToken.None);
    }
}
