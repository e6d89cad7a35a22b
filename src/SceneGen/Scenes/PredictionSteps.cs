using MassTransit;
using SceneGen.Generation.Messages;
using SceneGen.Messaging;
using SceneGen.Scenes.Avatars;
using SceneGen.Scenes.Costs;
using SceneGen.Scenes.Messages;
using SceneGen.Scenes.Timeline;
using SceneGen.Scenes.Timers;

namespace SceneGen.Scenes;

/// <summary>The verbs by which a scene follows its prediction, or is rid of it.</summary>
internal static class PredictionSteps
{
    public static EventActivityBinder<SceneState, GenerationStarted> FollowPrediction(
        this EventActivityBinder<SceneState, GenerationStarted> binder, SceneStateMachine machine)
        => binder
            .NotePrediction()
            .Then(context => context.Saga.StepSends = 1)
            .ThenAsync(context => context.ScheduleSend(
                Queues.CheckGeneration,
                machine.Timers.Now.UtcDateTime + machine.Timers.FirstCheck(context.Message),
                context.Saga.ToCheckGeneration(check: 1)))
            .ScheduleStep(machine, machine.Timers.Generate);

    public static EventActivityBinder<SceneState, GenerationStarted> NotePrediction(
        this EventActivityBinder<SceneState, GenerationStarted> binder)
        => binder.Then(context =>
        {
            var (scene, started) = (context.Saga, context.Message);
            scene.GoOn(context.Now(), started.Happened, started.Attempt);
            scene.PredictionId = started.PredictionId;
            scene.Model = started.Model;
            scene.ThemeVersion = started.ThemeVersion;
            scene.ThemeHash = started.ThemeHash;
            scene.ThemeLabel = started.ThemeLabel;
            scene.ModelVersion = started.ModelVersion;
            scene.Prompt = started.Prompt;
            scene.Seed = started.Seed;
            scene.AttemptPrice = started.Price;
            scene.AttemptLimit = started.AttemptLimit;
            scene.KeepAvatar(started.Picture);
        });

    /// <summary>Its picture may be painted and paid: whoever was away past the deadline has not heard of it.</summary>
    public static EventActivityBinder<SceneState, SceneDeadlineReached> LookOnceMoreOrGiveUp(
        this EventActivityBinder<SceneState, SceneDeadlineReached> binder, SceneStateMachine machine)
        => binder.IfElse(
            context => context.Message.WasLookedAt,
            over => over.CancelPrediction().GiveUpAtDeadline(machine),
            looks => looks
                .SendAsync(
                    _ => Queues.CheckGeneration,
                    context => Task.FromResult(context.Saga.ToCheckGeneration(check: null) with { IsLast = true }))
                .Schedule(
                    machine.Deadline,
                    context => new SceneDeadlineReached { SceneId = context.Saga.CorrelationId, WasLookedAt = true },
                    _ => SceneTimers.LastLook));

    public static EventActivityBinder<SceneState, T> CancelPrediction<T>(
        this EventActivityBinder<SceneState, T> binder)
        where T : class
        => binder
            .Then(context => context.Saga.ChargeCanceled())
            .CancelPrediction(context => context.Saga.PredictionId!)
            .ThenAsync(context => context.GetPayload<MessageSchedulerContext>().CancelScheduledSend(
                Queues.CheckGeneration,
                CheckTimer.TokenOf(context.Saga.CorrelationId, context.Saga.Run, context.Saga.Attempt)));

    /// <summary>A prediction nobody waits for any more: it came late, or for another attempt.</summary>
    public static EventActivityBinder<SceneState, GenerationStarted> CancelLatePrediction(
        this EventActivityBinder<SceneState, GenerationStarted> binder)
        => binder
            .Then(context => context.Saga.Note(context.Now(), context.Message.Happened, context.Message.Attempt))
            .CancelPrediction(context => context.Message.PredictionId);

    private static EventActivityBinder<SceneState, T> CancelPrediction<T>(
        this EventActivityBinder<SceneState, T> binder, Func<BehaviorContext<SceneState, T>, string> predictionOf)
        where T : class
        => binder
            .Then(context => context.Note(
                TimelineCodes.PredictionCanceled, new TimelineFacts { PredictionId = predictionOf(context) }))
            .SendAsync(_ => Queues.CancelGeneration, context => Task.FromResult(new CancelGeneration
            {
                SceneId = context.Saga.CorrelationId,
                PredictionId = predictionOf(context),
            }));
}
