namespace SceneGen.Persistence.Tests.Scheduling;

public sealed record CartGivenUp(Guid Id, int Items);
