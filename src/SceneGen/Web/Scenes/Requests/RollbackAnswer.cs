using SceneGen.Contracts;

namespace SceneGen.Web.Scenes.Requests;

/// <summary>The body of POST /api/avatars/{avatarId}/rollback.</summary>
internal sealed record RollbackAnswer
{
    public Guid? SceneId { get; init; }

    public RollbackOutcome? Outcome { get; init; }

    public string? Reason { get; init; }
}
