namespace SceneGen.Persistence.Tests.Scheduling;

public sealed record CartReminded(Guid Id);
