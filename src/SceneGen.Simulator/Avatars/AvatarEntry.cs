namespace SceneGen.Simulator.Avatars;

/// <summary>One avatar in the upstream service's books.</summary>
internal sealed record AvatarEntry
{
    public required Guid AvatarId { get; init; }

    public required string? Name { get; init; }

    /// <summary>None for an avatar that came to the scene service by another door.</summary>
    public string? Sample { get; init; }

    public required string SessionId { get; init; }

    public Guid? SceneId { get; init; }

    public AvatarStatus Status { get; init; }

    public int RollbackRequests { get; init; }

    public int RolledBackCount { get; init; }

    public AvatarEntry WithRollbackRequest(Guid sceneId, bool isHonoured)
    {
        var rollsBack = isHonoured && Status == AvatarStatus.Active;
        return this with
        {
            SceneId = SceneId ?? sceneId,
            RollbackRequests = RollbackRequests + 1,
            Status = rollsBack ? AvatarStatus.RolledBack : Status,
            RolledBackCount = RolledBackCount + (rollsBack ? 1 : 0),
        };
    }
}
