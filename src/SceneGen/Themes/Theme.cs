namespace SceneGen.Themes;

/// <summary>A world an avatar can be placed in; the text of a file in <c>themes/</c>.</summary>
public sealed class Theme
{
    /// <summary>Lower-case letters, digits and hyphens; the file's name.</summary>
    public string Id { get; init; } = "";

    public string Name { get; init; } = "";

    public string Description { get; init; } = "";

    public int Version { get; init; }

    public List<string> Tags { get; init; } = [];

    /// <summary>The models to ask, in this order; none: all there are, in the order of their profiles.</summary>
    public List<string> Models { get; init; } = [];

    /// <summary>The prompt; <see cref="ScenePrompt.Placeholders"/> stand for the avatar.</summary>
    public string Prompt { get; init; } = "";
}
