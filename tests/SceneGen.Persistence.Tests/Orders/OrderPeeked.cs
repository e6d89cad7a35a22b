namespace SceneGen.Persistence.Tests.Orders;

public sealed record OrderPeeked(Guid OrderId);
