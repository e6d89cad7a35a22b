using SceneGen.Scenes.Links;
using SceneGen.Themes;

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

    public static ThemeResource Of(Theme theme, SceneLinks links) => new()
    {
        Id = theme.Id,
        Name = theme.Name,
        Description = theme.Description,
        Version = theme.Version,
        Tags = theme.Tags,
        PreviewUrl = theme.Picture is { } picture ? links.ThemePicture(theme.Id, picture.Sha256) : null,
    };
}
