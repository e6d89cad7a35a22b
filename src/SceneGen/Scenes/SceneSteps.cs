using MassTransit;
using SceneGen.Assets.Messages;
using SceneGen.Contracts;
using SceneGen.Data.Messages;
using SceneGen.Generation.Messages;
using SceneGen.Messaging;
using SceneGen.Scenes.Avatars;
using SceneGen.Scenes.Correlation;
using SceneGen.Scenes.Costs;
using SceneGen.Scenes.Failures;
using SceneGen.Scenes.Messages;
using SceneGen.Scenes.Timeline;
using SceneGen.Scenes.Timers;

namespace SceneGen.Scenes;

/// <summary>The verbs <see cref="SceneStateMachine"/> is written in.</summary>
internal static partial class SceneSteps
{
    public static EventActivityBinder<SceneState, T> AcceptScene<T>(
        this EventActivityBinder<SceneState, T> binder,
        SceneStateMachine machine,
        Func<T, AvatarGenerated> avatarOf,
        Func<T, CreateScene>? orderOf = null)
        where T : class
        => binder.Then(context =>
        {
            var (scene, message) = (context.Saga, avatarOf(context.Message));
            scene.AvatarId = message.AvatarId;
            scene.SessionId = message.SessionId;
            scene.AvatarUrl = message.AvatarUrl;
            scene.AvatarKind = message.Avatar?.Kind;
            scene.AvatarName = message.Avatar?.Name;
            scene.AvatarDescription = message.Avatar?.Description;
            scene.Theme = message.Theme;
            var order = orderOf?.Invoke(context.Message);
            scene.RequestedSeed = order?.Seed;
            (scene.CallbackUrl, scene.CallbackCaller) = (order?.CallbackUrl, order?.CallbackCaller);
            scene.CreatedAt = machine.Timers.Now;
        });

    public static EventActivityBinder<SceneState, T> AwaitThemeOrStartRun<T>(
        this EventActivityBinder<SceneState, T> binder, SceneStateMachine machine)
        where T : class
        => binder.IfElse(
            context => context.Saga.Theme is null,
            waits => waits.StartThemeWait(machine).TransitionTo(machine.AwaitingTheme),
            runs => runs.StartRun(machine).TransitionTo(machine.Submitting));

    public static EventActivityBinder<SceneState, T> StartThemeWait<T>(
        this EventActivityBinder<SceneState, T> binder, SceneStateMachine machine)
        where T : class
        => binder
            .Then(context => context.Saga.ThemeWaitEndsAt = machine.Timers.ThemeWaitEnd)
            .ScheduleThemeWait(machine);

    public static EventActivityBinder<SceneState, T> ScheduleThemeWait<T>(
        this EventActivityBinder<SceneState, T> binder, SceneStateMachine machine)
        where T : class
        => binder.Schedule(
            machine.ThemeWait,
            context => new SceneThemeWaitElapsed { SceneId = context.Saga.CorrelationId },
            context => machine.Timers.Until(context.Saga.ThemeWaitEndsAt));

    public static EventActivityBinder<SceneState, ThemeSelected> ChooseTheme(
        this EventActivityBinder<SceneState, ThemeSelected> binder)
        => binder.Then(context => context.Saga.Theme = context.Message.Theme);

    public static EventActivityBinder<SceneState, T> StartRun<T>(
        this EventActivityBinder<SceneState, T> binder, SceneStateMachine machine)
        where T : class
        => binder
            .Then(context =>
            {
                context.Saga.BeginSpending(machine.Timers.Now);
                context.Saga.Run++;
                context.Saga.Attempt = 1;
                context.Saga.StepSends = 0;
                context.Saga.DeadlineAt = machine.Timers.Deadline;
            })
            .ScheduleDeadline(machine)
            .SendGenerateScene(machine);

    public static EventActivityBinder<SceneState, T> ScheduleDeadline<T>(
        this EventActivityBinder<SceneState, T> binder, SceneStateMachine machine)
        where T : class
        => binder.Schedule(
            machine.Deadline,
            context => new SceneDeadlineReached { SceneId = context.Saga.CorrelationId },
            context => machine.Timers.Until(context.Saga.DeadlineAt));

    public static EventActivityBinder<SceneState, T> SendGenerateScene<T>(
        this EventActivityBinder<SceneState, T> binder, SceneStateMachine machine)
        where T : class
        => binder
            .CountSend()
            .SendAsync(_ => Queues.GenerateScene, context => Task.FromResult(context.Saga.ToGenerateScene()))
            .ScheduleStep(machine, machine.Timers.Submit);

    public static EventActivityBinder<SceneState, GenerationPostponed> PostponeStep(
        this EventActivityBinder<SceneState, GenerationPostponed> binder, SceneStateMachine machine)
        // It waits by design: no command was lost, and the timer need not back off.
        => binder.NotePostponement().Then(context => context.Saga.StepSends = 1).Schedule(
            machine.Step,
            context => new SceneStepElapsed { SceneId = context.Saga.CorrelationId },
            context => context.Message.Wait);

    /// <summary>Out of turn: whoever asks does not know which checks are still to come.</summary>
    public static EventActivityBinder<SceneState, T> SendCheckGeneration<T>(
        this EventActivityBinder<SceneState, T> binder, SceneStateMachine machine)
        where T : class
        => binder
            .CountSend()
            .SendAsync(
                _ => Queues.CheckGeneration, context => Task.FromResult(context.Saga.ToCheckGeneration(check: null)))
            .ScheduleStep(machine, machine.Timers.Generate);

    public static EventActivityBinder<SceneState, GenerationSucceeded> StoreOutput(
        this EventActivityBinder<SceneState, GenerationSucceeded> binder, SceneStateMachine machine)
        => binder
            .Then(context =>
            {
                context.Saga.GoOn(machine.Timers.Now, context.Message.Happened, context.Message.Attempt);
                context.Saga.AttemptLimit = context.Message.AttemptLimit ?? context.Saga.AttemptLimit;
                context.Saga.OutputUrl = context.Message.OutputUrl;
                context.Saga.PredictionId ??= context.Message.PredictionId;
                context.Saga.AvatarBox = context.Message.AvatarBox;
                context.Saga.MinSharpness = context.Message.MinSharpness;
                context.Saga.MinAvatarScore = context.Message.MinAvatarScore;
                context.Saga.OutputExpiresAt = (context.Message.CompletedAt ?? machine.Timers.Now) + SceneTimers.OutputLife;
                context.Saga.Charge(context.Message.Cost);
                context.Saga.StepSends = 0;
            })
            .Unschedule(machine.Deadline)
            .SendStoreScene(machine);

    public static EventActivityBinder<SceneState, T> SendStoreScene<T>(
        this EventActivityBinder<SceneState, T> binder, SceneStateMachine machine)
        where T : class
        => binder
            .CountSend()
            .SendAsync(_ => Queues.StoreScene, context => Task.FromResult(context.Saga.ToStoreScene() with
            {
                PaintedFor = (context.Message as GenerationSucceeded)?.PaintedFor,
            }))
            .ScheduleStep(machine, machine.Timers.Store);

    /// <summary>The same picture once more, for its file was lost; the scene stays as it is.</summary>
    public static EventActivityBinder<SceneState, GenerationSucceeded> RestorePicture(
        this EventActivityBinder<SceneState, GenerationSucceeded> binder)
        => binder
            .Then(context => context.Note(TimelineCodes.PictureRestoring))
            .SendAsync(_ => Queues.StoreScene, context => Task.FromResult(context.Saga.ToStoreScene() with
            {
                OutputUrl = context.Message.OutputUrl,
                OutputExpiresAt = context.Message.CompletedAt + SceneTimers.OutputLife,
                TakesAnyQuality = true,
                IsRepeat = false,
                IsRestoring = true,
            }));

    public static EventActivityBinder<SceneState, T> StopTimers<T>(
        this EventActivityBinder<SceneState, T> binder, SceneStateMachine machine)
        where T : class
        => binder.Unschedule(machine.Step).Unschedule(machine.Deadline);

    /// <summary>A picture nobody waits for any more.</summary>
    public static EventActivityBinder<SceneState, SceneStored> DiscardPicture(
        this EventActivityBinder<SceneState, SceneStored> binder)
        => binder
            .Then(context =>
            {
                context.Saga.Note(context.Now(), context.Message.Happened, context.Message.Attempt);
                context.Note(TimelineCodes.PictureDiscarded);
            })
            .SendAsync(_ => Queues.DiscardPicture, context => Task.FromResult(new DiscardPicture
            {
                SceneId = context.Saga.CorrelationId,
                Sha256 = context.Message.Sha256,
                ThumbnailSha256 = context.Message.ThumbnailSha256,
                LargeThumbnailSha256 = context.Message.LargeThumbnailSha256,
                Run = context.Message.Run,
                Attempt = context.Message.Attempt,
            }));

    public static EventActivityBinder<SceneState, EraseScene> DiscardKeptPicture(
        this EventActivityBinder<SceneState, EraseScene> binder)
        => binder.If(context => context.Saga.ImageSha256 is not null, kept => kept.SendAsync(
            _ => Queues.DiscardPicture,
            context => Task.FromResult(new DiscardPicture
            {
                SceneId = context.Saga.CorrelationId,
                Sha256 = context.Saga.ImageSha256!,
                ThumbnailSha256 = context.Saga.ThumbnailSha256!,
                LargeThumbnailSha256 = context.Saga.LargeThumbnailSha256,
            })));

    public static EventActivityBinder<SceneState, EraseScene> Erase(
        this EventActivityBinder<SceneState, EraseScene> binder, SceneStateMachine machine)
        => binder.Then(context =>
        {
            var scene = context.Saga;
            scene.ErasedAt ??= machine.Timers.Now;
            scene.SessionId = SessionMark.Of(scene.SessionId);
            scene.AvatarUrl = "";
            scene.CallbackUrl = scene.CallbackCaller = scene.OutputUrl = null;
            scene.AvatarName = scene.AvatarDescription = scene.Prompt = scene.RollbackRefusal = null;
            scene.ImageSha256 = scene.ThumbnailSha256 = scene.LargeThumbnailSha256 = scene.Blurhash = null;
            scene.ForgetAvatar();
        })
        .SendAsync(
            _ => Queues.EraseTraces,
            context => Task.FromResult(new EraseTraces { SceneId = context.Saga.CorrelationId }));

    public static EventActivityBinder<SceneState, AvatarGenerated> NoteCopy(
        this EventActivityBinder<SceneState, AvatarGenerated> binder, SceneStateMachine machine)
        => binder.Then(context => context.Saga.Note(
            machine.Timers.Now, "The avatar was announced again with other content; nothing was changed."));

    public static EventActivityBinder<SceneState> NoteTransition(
        this EventActivityBinder<SceneState> binder, SceneStateMachine machine)
        => binder.Then(context =>
        {
            var words = context.Saga.NoteTransition(machine.Timers.Now);
            Log.Moved(machine.Logger, context.Saga.CorrelationId, words);
        });

    public static EventActivityBinder<SceneState, CreateScene> RefuseSecondScene(
        this EventActivityBinder<SceneState, CreateScene> binder)
        => binder.Then(_ => throw new SceneExistsException());

    public static EventActivityBinder<SceneState, T> ScheduleStep<T>(
        this EventActivityBinder<SceneState, T> binder, SceneStateMachine machine, Func<SceneState, TimeSpan> wait)
        where T : class
        => binder.Schedule(
            machine.Step,
            context => new SceneStepElapsed { SceneId = context.Saga.CorrelationId },
            context => wait(context.Saga));

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "Scene {SceneId}: {What}")]
        public static partial void Moved(ILogger logger, Guid sceneId, string what);
    }
}
