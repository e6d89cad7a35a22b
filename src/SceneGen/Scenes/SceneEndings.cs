using MassTransit;
using SceneGen.Assets.Messages;
using SceneGen.Contracts;
using SceneGen.Generation.Failures;
using SceneGen.Generation.Messages;
using SceneGen.Scenes.Compensation;
using SceneGen.Scenes.Costs;
using SceneGen.Scenes.Messages;
using SceneGen.Scenes.Timeline;
using SceneGen.Scenes.Timers;

namespace SceneGen.Scenes;

/// <summary>The verbs by which a scene ends, or is tried once more.</summary>
internal static class SceneEndings
{
    private static readonly AttemptFailure OutOfTime =
        new(SceneFailureCodes.DeadlineExceeded, SceneFault.Provider, Retryable: false);

    public static EventActivityBinder<SceneState, SceneStored> KeepPicture(
        this EventActivityBinder<SceneState, SceneStored> binder, SceneStateMachine machine)
        => binder
            .Then(context =>
            {
                var (scene, stored) = (context.Saga, context.Message);
                scene.Note(machine.Timers.Now, stored.Happened, stored.Attempt);
                scene.ImageSha256 = stored.Sha256;
                scene.ThumbnailSha256 = stored.ThumbnailSha256;
                scene.ImageWidth = stored.Width;
                scene.ImageHeight = stored.Height;
                scene.ImageContentType = stored.ContentType;
                scene.ImageBytes = stored.Bytes;
                scene.ThumbnailContentType = stored.ThumbnailContentType;
                scene.LargeThumbnailSha256 = stored.LargeThumbnailSha256;
                scene.Blurhash = stored.Blurhash;
                scene.Sharpness = stored.Sharpness;
                scene.AvatarScore = stored.AvatarScore;
                scene.ReadyAt = machine.Timers.Now;
                scene.OutputUrl = null;
            })
            .Unschedule(machine.Step)
            .Announce(context => context.Saga.ToSceneReady(machine.Links, machine.Timers.Now));

    public static EventActivityBinder<SceneState, T> Expire<T>(
        this EventActivityBinder<SceneState, T> binder, SceneStateMachine machine)
        where T : class
        => binder.Announce(context => context.Saga.ToSceneExpired(machine.Timers.Now));

    public static EventActivityBinder<SceneState, T> CancelScene<T>(
        this EventActivityBinder<SceneState, T> binder, SceneStateMachine machine)
        where T : class
        => binder
            .Then(context => context.Saga.OutputUrl = null)
            .Announce(context => context.Saga.ToSceneCanceled(machine.Timers.Now));

    public static EventActivityBinder<SceneState, GenerationFailed> RetryOrGiveUp(
        this EventActivityBinder<SceneState, GenerationFailed> binder, SceneStateMachine machine)
        => binder
            .Then(context =>
            {
                context.Saga.GoOn(machine.Timers.Now, context.Message.Happened, context.Message.Attempt);
                context.Saga.AttemptLimit = context.Message.AttemptLimit ?? context.Saga.AttemptLimit;
                context.Saga.Charge(context.Message.Cost);
            })
            .IfElse(
                // Another attempt would be paid for and come too late.
                context => context.Message.Retryable && machine.Timers.Now >= context.Saga.DeadlineAt,
                late => late.GiveUpAtDeadline(machine),
                inTime => inTime.NoteFailure(ToFailure).TryAgainOrGiveUp(machine));

    public static EventActivityBinder<SceneState, StoringFailed> RetryOrGiveUp(
        this EventActivityBinder<SceneState, StoringFailed> binder, SceneStateMachine machine)
        => binder
            .Then(context =>
            {
                context.Saga.Note(machine.Timers.Now, context.Message.Happened, context.Message.Attempt);
                context.Saga.OutputUrl = null;
                context.Saga.QualityMissed |= context.Message.IsQualityMiss;
            })
            .NoteFailure(ToFailure)
            .TryAgainOrGiveUp(machine);

    public static EventActivityBinder<SceneState, T> GiveUpAtDeadline<T>(
        this EventActivityBinder<SceneState, T> binder, SceneStateMachine machine)
        where T : class
        => binder.NoteFailure(_ => OutOfTime).GiveUp(machine);

    private static AttemptFailure ToFailure(GenerationFailed failed)
        => new(failed.Code, failed.Fault, failed.Retryable, failed.Detail)
        {
            NextAttempt = failed.NextAttempt,
            Pause = failed.Pause,
        };

    private static AttemptFailure ToFailure(StoringFailed failed)
        => new(failed.Code, failed.Fault, failed.Retryable, failed.Detail);

    /// <summary>For the steps that follow in the same transaction.</summary>
    private static EventActivityBinder<SceneState, T> NoteFailure<T>(
        this EventActivityBinder<SceneState, T> binder, Func<T, AttemptFailure> tell)
        where T : class
        => binder.Then(context =>
        {
            var failure = tell(context.Message);
            context.AddOrUpdatePayload(() => failure, _ => failure);
        });

    private static AttemptFailure Failure(this BehaviorContext<SceneState> context)
        => context.GetPayload<AttemptFailure>();

    private static EventActivityBinder<SceneState, T> TryAgainOrGiveUp<T>(
        this EventActivityBinder<SceneState, T> binder, SceneStateMachine machine)
        where T : class
        => binder.IfElse(
            context => context.Failure().Retryable && context.NextAttempt() <= context.Saga.AttemptLimit,
            retries => retries.Retry(machine),
            ends => ends.GiveUp(machine));

    private static void NoteRetry<T>(this BehaviorContext<SceneState, T> context)
        where T : class
    {
        var (failure, next) = (context.Failure(), context.NextAttempt());
        var facts = new TimelineFacts
        {
            Code = failure.Code,
            NextAttempt = next,
            WaitMs = (long)PauseBefore(next, failure).TotalMilliseconds,
        };
        context.Note(TimelineCodes.AttemptFailed, facts, failure.Detail);
    }

    private static TimeSpan PauseBefore(int attempt, AttemptFailure failure)
        => failure.Pause ?? SceneTimers.Retry(attempt);

    private static int NextAttempt(this BehaviorContext<SceneState> context)
        => context.Failure().NextAttempt ?? context.Saga.Attempt + 1;

    private static EventActivityBinder<SceneState, T> Retry<T>(
        this EventActivityBinder<SceneState, T> binder, SceneStateMachine machine)
        where T : class
        => binder
            .Then(context =>
            {
                context.NoteRetry();
                context.Saga.Attempt = context.NextAttempt();
                context.Saga.StepSends = 0;
                context.Saga.PredictionId = null;
            })
            // Nothing but a timer in Submitting: its command goes out when the wait is over.
            .Schedule(
                machine.Step,
                context => new SceneStepElapsed { SceneId = context.Saga.CorrelationId },
                context => PauseBefore(context.Saga.Attempt, context.Failure()))
            .If(context => context.Saga.DeadlineToken is null, storing => storing.ScheduleDeadline(machine))
            .TransitionTo(machine.Submitting);

    private static EventActivityBinder<SceneState, T> GiveUp<T>(
        this EventActivityBinder<SceneState, T> binder, SceneStateMachine machine)
        where T : class
        => binder
            .Then(context =>
            {
                var last = context.Failure();
                (context.Saga.FailureCode, context.Saga.FailureFault) = (last.Code, last.Fault);
                context.Saga.EndWait(machine.Timers.Now, machine.Timers.Now);
                context.Note(TimelineCodes.GivenUp, new TimelineFacts { Code = last.Code }, last.Detail);
            })
            .StopTimers(machine)
            .DecideRollback(machine)
            .EndAsDecided(machine);
}
