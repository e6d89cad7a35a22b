namespace SceneGen.Persistence.Tests.Orders;

public sealed record OrderSlowlyPlaced(Guid OrderId);
