namespace SceneGen.Persistence.Tests.Infrastructure;

public sealed record OrderCounted(Guid OrderId, int Lines);
