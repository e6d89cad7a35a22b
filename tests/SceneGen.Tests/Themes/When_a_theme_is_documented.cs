using System.Text;
using SceneGen.Contracts;
using SceneGen.Tests.Assets;
using SceneGen.Tests.Conventions;
using SceneGen.Themes.Variants;

namespace SceneGen.Tests.Themes;

/// <summary>What the document shows is what the service reads.</summary>
public sealed class When_a_theme_is_documented
{
    [Fact]
    public void the_worked_example_and_its_labels_are_right()
    {
        var blocks = File.ReadAllText(Repository.PathOf("docs/themes.md")).Split("```yaml\n")
            .Skip(1)
            .Select(block => block[..block.IndexOf("```", StringComparison.Ordinal)])
            .ToList();
        using var folder = new TestFolder();
        folder.Write("rose-garden.jpg", [0xFF, 0xD8]);
        folder.Write("rose-garden.yaml", Encoding.UTF8.GetBytes(string.Concat(blocks)));

        var garden = ShippedThemes.Read(folder.Root).Find("rose-garden")!;

        Assert.Equal(2, blocks.Count);
        Assert.Equal(["dusk", "dawn"], garden.Labels.Select(label => label.Id));
        Assert.Equal(0.3, Staging.Of(garden, AvatarKind.Object, label: null).Placement.Scale);
    }
}
