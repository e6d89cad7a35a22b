namespace SceneGen.Persistence.Tests.Orders;

public sealed class SpoiledException() : Exception("The line is spoiled.");
