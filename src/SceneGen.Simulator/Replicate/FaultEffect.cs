namespace SceneGen.Simulator.Replicate;

/// <summary>What a fault does to a prediction, or to the answer to its creation.</summary>
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

    /// <summary>The first creation with this prompt and these images is told to come later.</summary>
    Throttle,

    /// <summary>The first creation with this prompt and these images never arrives; a gateway answers.</summary>
    BadGatewayBefore,

    /// <summary>The first creation with this prompt and these images runs; a gateway answers in its place.</summary>
    BadGatewayAfter,

    /// <summary>The first creation with this prompt and these images runs; its connection is reset.</summary>
    ResetAfter,
}
