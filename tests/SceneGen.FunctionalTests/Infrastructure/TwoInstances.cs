namespace SceneGen.FunctionalTests.Infrastructure;

public sealed class TwoInstances() : Installation("one", "two");
