namespace SceneGen.Persistence.Tests.Scheduling;

public sealed record CartOrdered(Guid Id);
