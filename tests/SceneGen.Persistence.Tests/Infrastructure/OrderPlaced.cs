namespace SceneGen.Persistence.Tests.Infrastructure;

public sealed record OrderPlaced(Guid OrderId, string Customer);
