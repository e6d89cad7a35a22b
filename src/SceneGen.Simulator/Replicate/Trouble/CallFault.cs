namespace SceneGen.Simulator.Replicate.Trouble;

/// <summary>Something that goes wrong between a call and its answer.</summary>
/// <param name="Name">What a rule calls it.</param>
/// <param name="Effect">What it does.</param>
/// <param name="Answer">The answer in place of the right one; its parameter is the hint when to come again.</param>
internal sealed record CallFault(string Name, CallEffect Effect, Func<TimeSpan, IResult>? Answer = null)
{
    /// <summary>Whether the call is carried out all the same.</summary>
    public bool ComesAfterTheWork => Effect is CallEffect.AnswerAfter or CallEffect.ResetAfter or CallEffect.HangAfter
        or CallEffect.Drip;
}
