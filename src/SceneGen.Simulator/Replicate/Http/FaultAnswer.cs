using SceneGen.Simulator.Replicate.Http.Calls;
using SceneGen.Simulator.Replicate.Http.Problems;

namespace SceneGen.Simulator.Replicate.Http;

/// <summary>What the caller gets in place of the answer to its creation.</summary>
internal static class FaultAnswer
{
    private static readonly TimeSpan RetryAfter = TimeSpan.FromSeconds(2);

    public static IResult Of(Fault fault, HttpContext context)
    {
        switch (fault.Effect)
        {
            case FaultEffect.Throttle:
                return ThrottleProblem.WithRetryAfter(fault.Error!, RetryAfter);
            case FaultEffect.ResetAfter:
                CallNote.Of(context).IsCutOff = true;
                return new ResetResult();
            default:
                return GatewayPage.Answer();
        }
    }
}
