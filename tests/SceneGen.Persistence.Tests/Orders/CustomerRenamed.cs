namespace SceneGen.Persistence.Tests.Orders;

public sealed record CustomerRenamed(string From, string To);
