using SceneGen.Themes.Asking;
using SceneGen.Themes.Files;
using SceneGen.Themes.Placing;
using SceneGen.Themes.Prompts;
using SceneGen.Themes.Variants;
using SceneGen.Themes.Words;
using YamlDotNet.Serialization;

namespace SceneGen.Themes;

/// <summary>A world an avatar can be placed in; the text of a file in <c>themes/</c>.</summary>
public sealed record Theme
{
    /// <summary>Lower-case letters, digits and hyphens; the file's name.</summary>
    public string Id { get; init; } = "";

    public string Name { get; init; } = "";

    public string Description { get; init; } = "";

    /// <summary>Raised with every change: what a version says never changes.</summary>
    public int Version { get; init; }

    public List<string> Tags { get; init; } = [];

    public ThemeTranslations Translations { get; init; } = new();

    /// <summary>A picture beside the file that shows the theme; none where it is empty.</summary>
    public string Preview { get; init; } = "";

    /// <summary>The models to ask, in this order; none: all there are, in the order of their profiles.</summary>
    public List<string> Models { get; init; } = [];

    /// <summary>What is asked of a model in another way, by the model's id.</summary>
    public Dictionary<string, ModelOverride> Overrides { get; init; } = [];

    public SeedChoice Seed { get; init; } = new();

    public Quality Quality { get; init; } = new();

    /// <summary>The place in words; <see cref="ScenePrompt.Placeholders"/> stand for the avatar.</summary>
    public string Prompt { get; init; } = "";

    public Placement Placement { get; init; } = new();

    public Lighting Lighting { get; init; } = new();

    public string? Camera { get; init; }

    public string? Mood { get; init; }

    public List<string> Palette { get; init; } = [];

    public List<string> Avoid { get; init; } = [];

    /// <summary>What is other for one kind of avatar.</summary>
    public AvatarVariants Avatars { get; init; } = new();

    /// <summary>What is other for a share of the sessions.</summary>
    public List<ThemeLabel> Labels { get; init; } = [];

    /// <summary>Of the file's text, with line ends of one kind.</summary>
    [YamlIgnore]
    public string Hash { get; init; } = "";

    [YamlIgnore]
    public ThemePicture? Picture { get; init; }
}
