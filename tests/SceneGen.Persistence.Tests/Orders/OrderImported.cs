namespace SceneGen.Persistence.Tests.Orders;

public sealed record OrderImported(Guid OrderId);
