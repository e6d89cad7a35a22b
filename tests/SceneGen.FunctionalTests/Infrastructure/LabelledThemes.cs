namespace SceneGen.FunctionalTests.Infrastructure;

/// <summary>The embedded run with one theme that is tried in two ways.</summary>
public sealed class LabelledThemes : Embedded
{
    private readonly string _folder;

    public LabelledThemes()
        : this(Directory.CreateTempSubdirectory("themes-").FullName)
    {
    }

    private LabelledThemes(string folder)
        : base(("Themes__Path", folder))
    {
        _folder = folder;
        File.WriteAllText(
            Path.Combine(folder, "garden.yaml"),
            """
            id: garden
            name: Garden
            description: A garden.
            version: 1
            models: [black-forest-labs/flux-2-pro]
            prompt: Place the {avatar} in a garden.
            labels:
              - {id: dusk, change: {mood: dusk}}
              - {id: dawn, change: {mood: dawn}}
            """);
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }
}
