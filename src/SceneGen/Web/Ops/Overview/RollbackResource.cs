namespace SceneGen.Web.Ops.Overview;

/// <summary>A rollback that nobody has answered yet; a case is one that an operator has to see to.</summary>
internal sealed record RollbackResource(
    Guid SceneId, Guid AvatarId, string? Code, DateTimeOffset? Since, int Requests, DateTimeOffset? CaseAt);
