using MassTransit;
using SceneGen.Contracts;
using SceneGen.Scenes.Messages;

namespace SceneGen.Scenes.Compensation;

/// <summary>The verbs by which an operator has an avatar taken back.</summary>
internal static class ForcedRollback
{
    /// <summary>A scene under way is given up for it. Where another scene needs the avatar, nothing changes.</summary>
    public static EventActivityBinder<SceneState, RollBackScene> GiveUpForRollback(
        this EventActivityBinder<SceneState, RollBackScene> binder,
        SceneStateMachine machine,
        Func<EventActivityBinder<SceneState, RollBackScene>, EventActivityBinder<SceneState, RollBackScene>> stop)
        => binder.ClaimAnd(claimed => stop(claimed)
            .Then(context =>
            {
                context.Saga.OutputUrl = null;
                (context.Saga.FailureCode, context.Saga.FailureFault) =
                    (SceneFailureCodes.OperatorRollback, SceneFault.Operator);
            })
            .Announce(context => context.Saga.ToSceneFailed(Decision.Of(context), machine.Timers.Now))
            .TakeAvatarAlong(machine));

    /// <summary>A scene that has failed keeps the reason it failed for, which was announced.</summary>
    public static EventActivityBinder<SceneState, RollBackScene> RollBackAfterAll(
        this EventActivityBinder<SceneState, RollBackScene> binder, SceneStateMachine machine)
        => binder.ClaimAnd(claimed => claimed
            .Then(context => context.Saga.ForgetRollback())
            .TakeAvatarAlong(machine));

    /// <summary>What an earlier request came to no longer counts.</summary>
    public static void ForgetRollback(this SceneState scene)
    {
        scene.RollbackRequestedAt = scene.RollbackCaseAt = null;
        scene.RollbackRequests = 0;
        scene.RollbackRefusal = null;
    }

    private static EventActivityBinder<SceneState, RollBackScene> ClaimAnd(
        this EventActivityBinder<SceneState, RollBackScene> binder,
        Func<EventActivityBinder<SceneState, RollBackScene>, EventActivityBinder<SceneState, RollBackScene>> go)
        => binder
            .ThenAsync(async context => Decision.Note(context, await context.ClaimRollbackAsync()))
            .If(context => Decision.Of(context) is not RollbackDecision.KeepForOthers, go);
}
