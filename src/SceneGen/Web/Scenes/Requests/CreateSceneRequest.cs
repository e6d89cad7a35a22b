namespace SceneGen.Web.Scenes.Requests;

/// <summary>The body of POST /api/scenes. Everything may be absent here; what has to be there is checked with a sentence.</summary>
internal sealed record CreateSceneRequest
{
    public string? AvatarUrl { get; init; }

    public string? Theme { get; init; }

    public string? SessionId { get; init; }

    public Guid? AvatarId { get; init; }

    public Guid? SceneId { get; init; }

    public AvatarRequest? Avatar { get; init; }

    public int? Seed { get; init; }

    /// <summary>Where the scene's events are posted.</summary>
    public string? CallbackUrl { get; init; }
}
