using SceneGen.Web.Scenes.Requests;

namespace SceneGen.Web.Themes;

/// <summary>The body of POST /api/themes/{id}/preview.</summary>
internal sealed record PreviewRequest
{
    public AvatarRequest? Avatar { get; init; }

    public string? Model { get; init; }

    public int? Seed { get; init; }

    /// <summary>One of the theme's labels.</summary>
    public string? Label { get; init; }
}
