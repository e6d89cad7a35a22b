namespace SceneGen.BrowserTests.Proxy;

public sealed class TwoInstances() : Installation("one", "two");
