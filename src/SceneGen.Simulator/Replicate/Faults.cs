namespace SceneGen.Simulator.Replicate;

/// <summary>
/// Failures on demand. A word of this table anywhere in the prompt, so also in the avatar's name that the prompt
/// quotes, decides how the prediction ends.
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
    ];

    public static Fault? In(string prompt)
    {
        return All.FirstOrDefault(fault => prompt.Contains(fault.Word, StringComparison.OrdinalIgnoreCase));
    }
}
