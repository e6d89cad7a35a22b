using SceneGen.Simulator.Replicate.Http.Problems;
using SceneGen.Simulator.Replicate.Predictions;
using SceneGen.Simulator.Replicate.Trouble;

namespace SceneGen.Simulator.Replicate.Http.Calls;

/// <summary>Lets the faults that are switched on strike the calls they are meant for.</summary>
internal sealed class TroubleFilter(FaultBook book, FakeReplicate replicate, TimeProvider time) : IEndpointFilter
{
    private static readonly TimeSpan UsualHint = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan UsualGap = TimeSpan.FromMilliseconds(100);

    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        var name = CallName.Of(http);
        if (book.Draw(name.Value) is not { } rule)
        {
            return await next(context);
        }

        var fault = CallFaults.Named(rule.Fault);
        CallNote.Of(http).Fault = fault.Name;
        Count(name, fault);
        var right = fault.ComesAfterTheWork ? await next(context) : null;
        switch (fault.Effect)
        {
            case CallEffect.Answer or CallEffect.AnswerAfter:
                return fault.Answer!(rule.Delay ?? UsualHint);
            case CallEffect.ResetBefore or CallEffect.ResetAfter:
                CallNote.Of(http).IsCutOff = true;
                return new ResetResult();
            case CallEffect.Hang or CallEffect.HangAfter:
                CallNote.Of(http).IsCutOff = true;
                return new HungResult(time);
            default:
                return new DrippedResult((IResult)right!, rule.Delay ?? UsualGap, time);
        }
    }

    private void Count(CallName name, CallFault fault)
    {
        if (name != CallName.Create)
        {
            return;
        }

        replicate.Count(ProviderCall.FaultedCreate);
        if (!fault.ComesAfterTheWork)
        {
            replicate.Count(ProviderCall.RefusedCreate);
        }
    }
}
