using SceneGen.Contracts;
using SceneGen.Scenes;
using SceneGen.Scenes.Compensation;
using SceneGen.Scenes.Messages;
using SceneGen.Web.Http.Words;
using SceneGen.Web.Scenes;
using SceneGen.Web.Scenes.Resources;
using static SceneGen.Web.Ops.SceneOrders.OrderPlan;

namespace SceneGen.Web.Ops.SceneOrders;

/// <summary>Which order can be carried out in which situation, and how.</summary>
internal static class OrderPlans
{
    public static OrderPlan Cancel(SceneSituation situation, string reason) => situation.Scene switch
    {
        { CurrentState: nameof(SceneStateMachine.Canceled) } => new IsDone(),
        { CurrentState: nameof(SceneStateMachine.RollingBack) } => Refused(ProblemCodes.RollingBack),
        var scene when SceneStatus.IsRunning(scene.CurrentState) => Telling(
            new SceneCancelRequested { SceneId = scene.CorrelationId, Reason = reason }),
        _ => Refused(ProblemCodes.SceneEnded),
    };

    public static OrderPlan RollBack(SceneSituation situation) => situation.Scene.CurrentState switch
    {
        nameof(SceneStateMachine.RollingBack) or nameof(SceneStateMachine.RolledBack) => new IsDone(),
        nameof(SceneStateMachine.Ready) or nameof(SceneStateMachine.Canceled) or nameof(SceneStateMachine.Expired) =>
            Refused(ProblemCodes.AvatarKept),
        _ when situation is { AvatarIsNeeded: true, Avatar: AvatarStanding.Kept } => Refused(ProblemCodes.AvatarNeeded),
        _ => Telling(new RollBackScene { SceneId = situation.Scene.CorrelationId }),
    };

    public static OrderPlan Settle(SceneSituation situation, RollbackOutcome outcome, string reason)
    {
        var scene = situation.Scene;
        return scene.CurrentState switch
        {
            nameof(SceneStateMachine.RollingBack) when outcome is RollbackOutcome.RolledBack => Telling(
                new AvatarRolledBack { AvatarId = scene.AvatarId, SceneId = scene.CorrelationId, Reason = reason, At = situation.Now }),
            nameof(SceneStateMachine.RollingBack) => Telling(
                new AvatarRollbackRefused { AvatarId = scene.AvatarId, SceneId = scene.CorrelationId, Reason = reason, At = situation.Now }),
            nameof(SceneStateMachine.RolledBack) when outcome is RollbackOutcome.RolledBack => new IsDone(),
            nameof(SceneStateMachine.Failed) when outcome is RollbackOutcome.Refused && scene.RollbackRequestedAt is not null =>
                new IsDone(),
            _ => Refused(ProblemCodes.NotRollingBack),
        };
    }

    public static OrderPlan Retry(SceneSituation situation, RetryFrom from, string details)
    {
        var scene = situation.Scene;
        if (!SceneStatus.IsRunning(scene.CurrentState))
        {
            return RetryConflict.Of(scene, situation.Avatar) is { } conflict ? new Refuse(conflict) : BeginAgain(situation, from);
        }

        return (from, scene.CurrentState) switch
        {
            (RetryFrom.Submit, nameof(SceneStateMachine.Submitting))
                or (RetryFrom.Generate, nameof(SceneStateMachine.Generating))
                or (RetryFrom.Store, nameof(SceneStateMachine.Storing)) =>
                Telling(new RepeatStep { SceneId = scene.CorrelationId }),

            // The same order has brought it here.
            _ when situation.Before?.Details == details => new IsDone(),
            _ => Refused(ProblemCodes.StepUnfit),
        };
    }

    private static OrderPlan BeginAgain(SceneSituation situation, RetryFrom from)
    {
        var scene = situation.Scene;
        var retry = new RetryScene { SceneId = scene.CorrelationId, Run = scene.Run };
        return from switch
        {
            RetryFrom.Theme => Telling(retry with { AwaitsTheme = true }),
            _ when scene.Theme is null => Refused(ProblemCodes.StepUnfit),
            RetryFrom.Submit => Telling(retry with { ReusesPaid = false }),
            _ when !situation.HasPrediction => Refused(ProblemCodes.NothingPaid),
            RetryFrom.Store when !(scene.OutputExpiresAt > situation.Now) => Refused(ProblemCodes.NothingPaid),
            _ => Telling(retry with { ReusesPaid = true }),
        };
    }
}
