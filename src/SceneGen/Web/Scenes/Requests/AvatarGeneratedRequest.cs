namespace SceneGen.Web.Scenes.Requests;

/// <summary>The body of POST /api/avatars: an AvatarGenerated from an upstream without a broker.</summary>
internal sealed record AvatarGeneratedRequest
{
    public Guid? AvatarId { get; init; }

    public string? SessionId { get; init; }

    public string? AvatarUrl { get; init; }

    public string? Theme { get; init; }

    public Guid? SceneId { get; init; }

    public AvatarRequest? Avatar { get; init; }

    public DateTimeOffset? GeneratedAt { get; init; }
}
