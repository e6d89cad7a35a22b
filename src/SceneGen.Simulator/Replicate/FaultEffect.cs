namespace SceneGen.Simulator.Replicate;

/// <summary>What a fault does to a prediction.</summary>
internal enum FaultEffect
{
    /// <summary>Every prediction fails.</summary>
    Fail,

    /// <summary>Of predictions with equal prompt and images the first fails, the second succeeds, and so on.</summary>
    FailEverySecond,

    /// <summary>Runs until it is canceled or its deadline passes.</summary>
    NeverFinish,

    /// <summary>Succeeds, and there is no output.</summary>
    NoOutput,

    /// <summary>Succeeds, and the output is a web page under a picture's name.</summary>
    HtmlOutput,
}
