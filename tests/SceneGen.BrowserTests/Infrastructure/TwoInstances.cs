namespace SceneGen.BrowserTests.Infrastructure;

public sealed class TwoInstances() : Installation("one", "two");
