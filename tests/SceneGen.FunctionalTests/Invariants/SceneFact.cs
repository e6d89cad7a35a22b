namespace SceneGen.FunctionalTests.Invariants;

internal sealed record SceneFact(Guid Id, string State, Guid AvatarId);
