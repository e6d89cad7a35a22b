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

    /// <summary>Is <c>starting</c> until it is canceled or its deadline passes.</summary>
    NeverStart,

    /// <summary>The provider ends it when it should have started.</summary>
    Abort,

    /// <summary>The provider ends it while it runs.</summary>
    Stop,

    /// <summary>Succeeds, and there is no output.</summary>
    NoOutput,

    /// <summary>Succeeds, and the answer does not mention output.</summary>
    AbsentOutput,

    /// <summary>Succeeds with a list of nothing.</summary>
    EmptyOutput,

    /// <summary>Succeeds with one address, whatever the model's schema says.</summary>
    StringOutput,

    /// <summary>Succeeds with a list of one address, whatever the model's schema says.</summary>
    ArrayOutput,

    /// <summary>Succeeds with the picture itself as a data URI.</summary>
    DataUriOutput,

    /// <summary>Succeeds, and the output is a web page under a picture's name.</summary>
    HtmlOutput,

    /// <summary>Succeeds with a square picture, whatever size was asked for.</summary>
    WrongSize,

    /// <summary>Succeeds with the first half of a picture's bytes.</summary>
    TruncatedOutput,

    /// <summary>Succeeds with an address that leads nowhere any more.</summary>
    ExpiredOutput,

    /// <summary>The first creation with this prompt and these images is told to come later.</summary>
    Throttle,

    /// <summary>The first creation with this prompt and these images never arrives; a gateway answers.</summary>
    BadGatewayBefore,

    /// <summary>The first creation with this prompt and these images runs; a gateway answers in its place.</summary>
    BadGatewayAfter,

    /// <summary>The first creation with this prompt and these images runs; its connection is reset.</summary>
    ResetAfter,
}
