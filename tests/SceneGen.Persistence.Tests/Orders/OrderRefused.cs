namespace SceneGen.Persistence.Tests.Orders;

public sealed record OrderRefused(Guid OrderId);
