namespace SceneGen.Persistence.Tests.Orders;

public sealed record CustomerCounted(string Customer);
