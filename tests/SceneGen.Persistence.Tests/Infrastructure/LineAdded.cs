namespace SceneGen.Persistence.Tests.Infrastructure;

public sealed record LineAdded(Guid OrderId);
