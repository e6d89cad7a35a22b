namespace SceneGen.BrowserTests.Proxy;

/// <summary>What a proxy does with an answer that comes bit by bit.</summary>
public enum StreamHandling
{
    PassOn,

    /// <summary>It answers, and hands nothing on before the end.</summary>
    HoldBack,

    /// <summary>It answers, and closes the connection.</summary>
    Cut,
}
