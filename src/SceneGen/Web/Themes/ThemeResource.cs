using SceneGen.Scenes.Links;
using SceneGen.Scenes.Words;
using SceneGen.Themes;
using SceneGen.Themes.Words;

namespace SceneGen.Web.Themes;

/// <summary>A theme as callers see it.</summary>
internal sealed record ThemeResource
{
    public required string Id { get; init; }

    public required string Name { get; init; }

    public required string Description { get; init; }

    public required int Version { get; init; }

    public required IReadOnlyList<string> Tags { get; init; }

    /// <summary>Null for a theme that shows no picture of itself.</summary>
    public required string? PreviewUrl { get; init; }

    public static ThemeResource Of(Theme theme, Language language, SceneLinks links)
    {
        var words = ThemeWords.Of(theme, language);
        return new ThemeResource
        {
            Id = theme.Id,
            Name = words.Name,
            Description = words.Description,
            Version = theme.Version,
            Tags = words.Tags,
            PreviewUrl = theme.Picture is { } picture ? links.ThemePicture(theme.Id, picture.Sha256) : null,
        };
    }
}
