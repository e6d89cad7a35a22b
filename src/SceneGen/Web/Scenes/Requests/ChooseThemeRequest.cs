namespace SceneGen.Web.Scenes.Requests;

/// <summary>The body of PUT /api/scenes/{id}/theme.</summary>
internal sealed record ChooseThemeRequest
{
    public string? Theme { get; init; }
}
