namespace SceneGen.Persistence.Tests.Orders;

public sealed record OrderPlaced(Guid OrderId, string Customer);
