namespace SceneGen.Persistence.Tests.Outbox.Infrastructure;

public sealed record Step(Guid Id, int Number);
