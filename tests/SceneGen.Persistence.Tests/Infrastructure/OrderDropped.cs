namespace SceneGen.Persistence.Tests.Infrastructure;

public sealed record OrderDropped(Guid OrderId);
