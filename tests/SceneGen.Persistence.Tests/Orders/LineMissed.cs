namespace SceneGen.Persistence.Tests.Orders;

public sealed record LineMissed(Guid OrderId);
