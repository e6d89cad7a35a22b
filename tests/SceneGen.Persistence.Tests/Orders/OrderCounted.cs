namespace SceneGen.Persistence.Tests.Orders;

public sealed record OrderCounted(Guid OrderId, int Lines);
