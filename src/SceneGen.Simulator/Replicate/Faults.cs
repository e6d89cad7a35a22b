namespace SceneGen.Simulator.Replicate;

/// <summary>
/// Failures on demand. A word of this table anywhere in the prompt, so also in the avatar's name that the prompt
/// quotes, decides how the prediction ends, or how
/// its creation is answered; one word of each kind counts.
/// </summary>
internal static class Faults
{
    public static readonly IReadOnlyList<Fault> All =
    [
        new("fail-once", FaultEffect.FailEverySecond, "Prediction interrupted; please retry (code: PA)"),
        new("fail-always", FaultEffect.Fail, "Model health check failed; the prediction was stopped. (E8765)"),
        new("fail-nsfw", FaultEffect.Fail,
            "NSFW content detected. Try running it again, or try a different prompt."),
        new("fail-avatar", FaultEffect.Fail,
            "The input was invalid. Please try again with different inputs: cannot identify image file"),
        new("fail-slow", FaultEffect.NeverFinish),
        new("fail-empty", FaultEffect.NoOutput),
        new("fail-html", FaultEffect.HtmlOutput),
        new("stuck-starting", FaultEffect.NeverStart),
        new("stuck-processing", FaultEffect.NeverFinish),
        new("end-aborted", FaultEffect.Abort),
        new("end-canceled", FaultEffect.Stop),
        new("output-string", FaultEffect.StringOutput),
        new("output-array", FaultEffect.ArrayOutput),
        new("output-data-uri", FaultEffect.DataUriOutput),
        new("output-null", FaultEffect.NoOutput),
        new("output-absent", FaultEffect.AbsentOutput),
        new("output-empty", FaultEffect.EmptyOutput),
        new("output-html", FaultEffect.HtmlOutput),
        new("output-wrong-size", FaultEffect.WrongSize),
        new("output-truncated", FaultEffect.TruncatedOutput),
        new("output-expired", FaultEffect.ExpiredOutput),
        .. FailureTexts.All.Select(text => new Fault(text.Word, FaultEffect.Fail, text.Error)),
        new("http-429", FaultEffect.Throttle, "Request was throttled. Your rate limit resets in ~2s."),
        new("http-502-before", FaultEffect.BadGatewayBefore),
        new("http-502-after", FaultEffect.BadGatewayAfter),
        new("http-reset-after", FaultEffect.ResetAfter),
    ];

    public static Fault? OfPrediction(string prompt)
    {
        return All.FirstOrDefault(fault => !fault.HitsCreation() && IsIn(prompt, fault));
    }

    public static Fault? OfCreation(string prompt)
    {
        return All.FirstOrDefault(fault => fault.HitsCreation() && IsIn(prompt, fault));
    }

    public static Fault? Named(string? word)
    {
        return All.FirstOrDefault(fault => fault.Word == word);
    }

    private static bool IsIn(string prompt, Fault fault)
    {
        return prompt.Contains(fault.Word, StringComparison.OrdinalIgnoreCase);
    }
}
