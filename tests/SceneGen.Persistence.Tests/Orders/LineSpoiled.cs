namespace SceneGen.Persistence.Tests.Orders;

public sealed record LineSpoiled(Guid OrderId);
