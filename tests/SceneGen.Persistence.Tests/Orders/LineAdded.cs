namespace SceneGen.Persistence.Tests.Orders;

public sealed record LineAdded(Guid OrderId);
