using MassTransit;
using SceneGen.Callbacks.Messages;
using SceneGen.Contracts;
using SceneGen.Messaging;
using SceneGen.Scenes.Messages;
using SceneGen.Scenes.Timeline;
using SceneGen.Scenes.Timers;

namespace SceneGen.Scenes.Compensation;

/// <summary>The verbs of a scene that takes its avatar with it, or leaves it to the others.</summary>
internal static partial class RollbackSteps
{
    /// <summary>A scene of an avatar that is gone, or about to go, is not begun.</summary>
    public static EventActivityBinder<SceneState, T> MeetAvatar<T>(
        this EventActivityBinder<SceneState, T> binder,
        SceneStateMachine machine,
        Func<EventActivityBinder<SceneState, T>, EventActivityBinder<SceneState, T>> begin)
        where T : class
        => binder
            .ThenAsync(async context => Decision.Note(context, await context.MeetAvatarAsync() switch
            {
                AvatarStanding.RolledBack => RollbackDecision.IsRolledBack,
                AvatarStanding.Requested => RollbackDecision.AwaitAnswer,
                _ => RollbackDecision.Keep,
            }))
            .IfElse(
                context => Decision.Of(context) is RollbackDecision.Keep,
                begin,
                late => late
                    .Then(context => (context.Saga.FailureCode, context.Saga.FailureFault) =
                        (SceneFailureCodes.AvatarRolledBack, SceneFault.Avatar))
                    .Announce(context => context.Saga.ToSceneFailed(Decision.Of(context), machine.Timers.Now))
                    .TakeAvatarAlong(machine));

    public static EventActivityBinder<SceneState, T> DecideRollback<T>(
        this EventActivityBinder<SceneState, T> binder, SceneStateMachine machine)
        where T : class
        => binder.ThenAsync(async context => Decision.Note(
            context,
            machine.Rollbacks.Decide(context.Saga.FailureCode!, context.Saga.FailureFault!.Value) is AvatarRollback.None
                ? RollbackDecision.Keep
                : await context.ClaimRollbackAsync()));

    public static EventActivityBinder<SceneState, T> EndAsDecided<T>(
        this EventActivityBinder<SceneState, T> binder, SceneStateMachine machine)
        where T : class
        => binder
            .Announce(context => context.Saga.ToSceneFailed(Decision.Of(context), machine.Timers.Now))
            .TakeAvatarAlong(machine)
            .If(Is<T>(RollbackDecision.KeepForOthers), keeps => keeps
                .Then(context => context.Note(TimelineCodes.AvatarKeptForOthers))
                .TransitionTo(machine.Failed))
            .If(Is<T>(RollbackDecision.Keep), keeps => keeps.TransitionTo(machine.Failed));

    /// <summary>Where it was decided that the avatar goes, or is gone.</summary>
    public static EventActivityBinder<SceneState, T> TakeAvatarAlong<T>(
        this EventActivityBinder<SceneState, T> binder, SceneStateMachine machine)
        where T : class
        => binder
            .If(Is<T>(RollbackDecision.Request), asks => asks
                .Then(context => context.Saga.RollbackRequestedAt = machine.Timers.Now)
                .RequestRollback(machine)
                .TransitionTo(machine.RollingBack))
            .If(Is<T>(RollbackDecision.AwaitAnswer), waits => waits
                .Then(context => context.Saga.RollbackRequestedAt = machine.Timers.Now)
                .AwaitAnswer(machine)
                .TransitionTo(machine.RollingBack))
            .If(Is<T>(RollbackDecision.IsRolledBack), follows => follows
                .AnnounceRollback(machine, RollbackOutcome.RolledBack)
                .TransitionTo(machine.RolledBack));

    public static EventActivityBinder<SceneState, T> RequestRollback<T>(
        this EventActivityBinder<SceneState, T> binder, SceneStateMachine machine)
        where T : class
        => binder.IfElse(
            context => machine.Timers.RollbackIsGivenUp(context.Saga),
            givesUp => givesUp.OpenCase(machine),
            asks => asks
                .Then(context =>
                {
                    context.Saga.RollbackRequests++;
                    context.Note(TimelineCodes.RollbackRequested, new TimelineFacts
                    {
                        Request = context.Saga.RollbackRequests,
                        WaitMs = (long)machine.Timers.Rollback(context.Saga).TotalMilliseconds,
                    });
                })
                .Publish(context => context.Saga.ToRollbackRequest())
                .If(_ => machine.Rollbacks.IsPosted, posts => posts.PostRollback())
                .Schedule(
                    machine.RollbackUnanswered,
                    context => new SceneRollbackUnanswered { SceneId = context.Saga.CorrelationId },
                    context => (machine.Timers.Now + machine.Timers.Rollback(context.Saga)).UtcDateTime));

    public static EventActivityBinder<SceneState, SceneRollbackUnanswered> RepeatRequest(
        this EventActivityBinder<SceneState, SceneRollbackUnanswered> binder, SceneStateMachine machine)
        => binder.IfElse(
            context => context.Saga.RollbackRequests > 0,
            asks => asks.RequestRollback(machine),
            waits => waits.LookForAnswer(machine));

    /// <summary>The scene that was answered may have ended and its word to this one be lost: the avatar's row knows.</summary>
    private static EventActivityBinder<SceneState, SceneRollbackUnanswered> LookForAnswer(
        this EventActivityBinder<SceneState, SceneRollbackUnanswered> binder, SceneStateMachine machine)
        => binder
            .ThenAsync(async context => Decision.Note(context, await context.ReadAnswerAsync()))
            .If(Is<SceneRollbackUnanswered>(RollbackDecision.IsRolledBack), ends => ends
                .EndRollback(machine, RollbackOutcome.RolledBack).TransitionTo(machine.RolledBack))
            .If(Is<SceneRollbackUnanswered>(RollbackDecision.Keep), ends => ends
                .EndRollback(machine, RollbackOutcome.Refused).TransitionTo(machine.Failed))
            .If(Is<SceneRollbackUnanswered>(RollbackDecision.Request), asks => asks.RequestRollback(machine))
            .If(Is<SceneRollbackUnanswered>(RollbackDecision.AwaitAnswer), waits => waits.IfElse(
                context => machine.Timers.RollbackIsGivenUp(context.Saga),
                givesUp => givesUp.OpenCase(machine),
                goesOn => goesOn.AwaitAnswer(machine)));

    public static EventActivityBinder<SceneState, AvatarRollbackRefused> KeepRefusal(
        this EventActivityBinder<SceneState, AvatarRollbackRefused> binder)
        => binder.Then(context => context.Saga.RollbackRefusal = context.Message.Reason);

    public static EventActivityBinder<SceneState, T> EndRollback<T>(
        this EventActivityBinder<SceneState, T> binder, SceneStateMachine machine, RollbackOutcome outcome)
        where T : class
        => binder
            .Then(context => context.Note(
                outcome is RollbackOutcome.RolledBack ? TimelineCodes.RollbackConfirmed : TimelineCodes.RollbackRefused,
                new TimelineFacts { Scene = context.AnsweredScene() }))
            .ThenAsync(context => context.SettleAvatarAsync(
                outcome is RollbackOutcome.RolledBack ? AvatarStanding.RolledBack : AvatarStanding.Kept))
            .Unschedule(machine.RollbackUnanswered)
            .AnnounceRollback(machine, outcome);

    /// <summary>One answer counts for all scenes of the avatar, whichever of them it names.</summary>
    public static EventActivityBinder<SceneState, AvatarRolledBack> PassOnAnswer(
        this EventActivityBinder<SceneState, AvatarRolledBack> binder)
        => binder.ThenAsync(context => context.PassOnAsync(
            context.Saga, (answer, scene) => answer with { SceneId = scene }));

    public static EventActivityBinder<SceneState, AvatarRollbackRefused> PassOnAnswer(
        this EventActivityBinder<SceneState, AvatarRollbackRefused> binder)
        => binder.ThenAsync(context => context.PassOnAsync(
            context.Saga, (answer, scene) => answer with { SceneId = scene }));

    private static EventActivityBinder<SceneState, T> AwaitAnswer<T>(
        this EventActivityBinder<SceneState, T> binder, SceneStateMachine machine)
        where T : class
        => binder.Schedule(
            machine.RollbackUnanswered,
            context => new SceneRollbackUnanswered { SceneId = context.Saga.CorrelationId },
            _ => SceneTimers.AnswerToAnother);

    private static EventActivityBinder<SceneState, T> AnnounceRollback<T>(
        this EventActivityBinder<SceneState, T> binder, SceneStateMachine machine, RollbackOutcome outcome)
        where T : class
        => binder.Announce(context => context.Saga.ToSceneRolledBack(outcome, machine.Timers.Now));

    private static EventActivityBinder<SceneState, T> PostRollback<T>(this EventActivityBinder<SceneState, T> binder)
        where T : class
        => binder.SendAsync(_ => Queues.PostRollbackRequest, context => Task.FromResult(new PostRollbackRequest
        {
            Request = context.Saga.ToRollbackRequest(),
            Number = context.Saga.RollbackRequests,
        }));

    /// <summary>The request is repeated no more, but an answer still counts.</summary>
    private static EventActivityBinder<SceneState, T> OpenCase<T>(
        this EventActivityBinder<SceneState, T> binder, SceneStateMachine machine)
        where T : class
        => binder.If(context => context.Saga.RollbackCaseAt is null, opens => opens.Then(context =>
        {
            var (scene, now) = (context.Saga, machine.Timers.Now);
            scene.RollbackCaseAt = now;
            context.Note(TimelineCodes.RollbackCaseOpened);
            Log.CaseOpened(
                machine.Logger, scene.CorrelationId, (now - scene.RollbackRequestedAt!.Value).TotalDays, scene.AvatarId);
        }));

    private static StateMachineCondition<SceneState, T> Is<T>(RollbackDecision decision)
        where T : class
        => context => Decision.Of(context) == decision;

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Critical, "Scene {SceneId}: nobody has answered for {Days} days whether avatar {AvatarId} was rolled back. An operator has to see to it.")]
        public static partial void CaseOpened(ILogger logger, Guid sceneId, double days, Guid avatarId);
    }
}
