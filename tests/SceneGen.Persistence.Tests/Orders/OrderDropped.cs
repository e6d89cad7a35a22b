namespace SceneGen.Persistence.Tests.Orders;

public sealed record OrderDropped(Guid OrderId);
