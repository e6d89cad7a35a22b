namespace SceneGen.FunctionalTests.Invariants;

internal sealed record SceneFact(
    Guid Id, string State, Guid AvatarId, string? Picture, string? Thumbnail, string? LargeThumbnail, int TimelineSequence);
