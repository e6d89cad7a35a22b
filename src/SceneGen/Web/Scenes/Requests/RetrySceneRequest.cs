namespace SceneGen.Web.Scenes.Requests;

/// <summary>The body of POST /api/scenes/{id}/retry; it may be left out.</summary>
internal sealed record RetrySceneRequest
{
    /// <summary>Null: the same one again.</summary>
    public string? Theme { get; init; }
}
