namespace SceneGen.Persistence.Tests.Outbox.Infrastructure;

public sealed record Begin(Guid Id);
