namespace SceneGen.Persistence.Tests.Infrastructure;

public sealed record CustomerRenamed(string From, string To);
