using MassTransit;
using SceneGen.Assets.Messages;
using SceneGen.Callbacks.Messages;
using SceneGen.Contracts;
using SceneGen.Generation.Messages;
using SceneGen.Scenes.Avatars;
using SceneGen.Scenes.Callers;
using SceneGen.Scenes.Compensation;
using SceneGen.Scenes.Correlation;
using SceneGen.Scenes.Links;
using SceneGen.Scenes.Messages;
using SceneGen.Scenes.Orders;
using SceneGen.Scenes.Retrying;
using SceneGen.Scenes.Timers;
using static SceneGen.Scenes.Correlation.SceneConditions;

namespace SceneGen.Scenes;

/// <summary>The life of a scene, from the avatar to the picture or to the rollback. Its verbs are in SceneSteps,
/// SceneEndings, PredictionSteps and CallbackSteps, and in Avatars, Callers, Compensation, Orders and Retrying.</summary>
public sealed class SceneStateMachine : MassTransitStateMachine<SceneState>
{
    public SceneStateMachine(
        SceneTimers timers, RollbackPolicy rollbacks, SceneLinks links, ILogger<SceneStateMachine> logger)
    {
        Logger = logger;
        Timers = timers;
        Rollbacks = rollbacks;
        Links = links;
        InstanceState(scene => scene.CurrentState);
        CorrelateEvents();
        DeclareTimers();

        WhenAnAvatarArrives();
        WhileAwaitingTheme();
        WhileSubmitting();
        WhileGenerating();
        WhileStoring();
        WhileRollingBack();
        OnceReady();
        OnceEndedWithoutPicture();
        OnceAskedAgain();
        InEveryState();
    }

    internal ILogger Logger { get; }
    internal SceneTimers Timers { get; }
    internal RollbackPolicy Rollbacks { get; }
    internal SceneLinks Links { get; }

    private void WhenAnAvatarArrives()
        => Initially(
            When(AvatarGenerated).MeetErasure(this, message => message, lives => lives.HearCaller(this)
                .AcceptScene(this, message => message)
                .MeetAvatar(this, begins => begins.AwaitThemeOrStartRun(this))),
            When(CreateScene).MeetErasure(this, message => message.Avatar, lives => lives.HearCaller(this)
                .AcceptScene(this, message => message.Avatar, message => message)
                .MeetAvatar(this, begins => begins.AwaitThemeOrStartRun(this))
                .AnswerCaller(this)));

    private void WhileAwaitingTheme()
        => During(
            AwaitingTheme,
            When(ThemeSelected)
                .HearCaller(this).ChooseTheme().Unschedule(ThemeWait).StartRun(this).TransitionTo(Submitting),
            When(ThemeWait.Received).Expire(this).TransitionTo(Expired),
            When(SceneCancelRequested).Unschedule(ThemeWait).CancelScene(this).TransitionTo(Canceled),
            When(RollBackScene).GiveUpForRollback(this, stops => stops.Unschedule(ThemeWait)),
            // What comes of an earlier run.
            When(GenerationStarted).CancelLatePrediction(),
            When(SceneStored).DiscardPicture(),
            Ignore(EraseScene), Ignore(GenerationSucceeded), Ignore(GenerationFailed), Ignore(GenerationPostponed),
            Ignore(StoringFailed), Ignore(Step.Received), Ignore(Deadline.Received));

    private void WhileSubmitting()
        => During(
            Submitting,
            When(GenerationStarted, IsOfThisAttempt).FollowPrediction(this).TransitionTo(Generating),
            When(GenerationStarted, IsOfAnotherAttempt).CancelLatePrediction(),
            // A webhook may be quicker than the answer to the purchase; and an earlier run's picture may serve.
            When(GenerationSucceeded, IsOfThisAttempt).StoreOutput(this).TransitionTo(Storing),
            When(GenerationFailed, IsOfThisAttempt).KeepAvatar().RetryOrGiveUp(this),
            When(GenerationPostponed, IsOfThisAttempt).KeepAvatar().PostponeStep(this),
            When(Step.Received).SendGenerateScene(this),
            When(RepeatStep).NoteOrder(this).SendGenerateScene(this),
            When(Deadline.Received, IsOfThisAttempt).GiveUpAtDeadline(this),
            When(SceneCancelRequested).StopTimers(this).CancelScene(this).TransitionTo(Canceled),
            When(RollBackScene).GiveUpForRollback(this, stops => stops.StopTimers(this)),
            When(SceneStored).DiscardPicture(),
            Ignore(EraseScene), Ignore(ThemeSelected), Ignore(StoringFailed));

    private void WhileGenerating()
        => During(
            Generating,
            When(GenerationSucceeded, IsOfThisAttempt).StoreOutput(this).TransitionTo(Storing),
            When(GenerationFailed, IsOfThisAttempt).RetryOrGiveUp(this),
            When(GenerationStarted, IsAnotherPrediction).CancelLatePrediction(),
            When(Step.Received).SendCheckGeneration(this),
            When(RepeatStep).NoteOrder(this).SendCheckGeneration(this),
            When(Deadline.Received, IsOfThisAttempt).LookOnceMoreOrGiveUp(this),
            When(SceneCancelRequested).StopTimers(this).CancelPrediction().CancelScene(this).TransitionTo(Canceled),
            When(RollBackScene).GiveUpForRollback(this, stops => stops.StopTimers(this).CancelPrediction()),
            When(SceneStored).DiscardPicture(),
            Ignore(EraseScene), Ignore(ThemeSelected), Ignore(GenerationPostponed), Ignore(StoringFailed));

    private void WhileStoring()
        => During(
            Storing,
            When(SceneStored, IsOfThisAttempt).KeepPicture(this).TransitionTo(Ready),
            When(SceneStored, IsOfAnotherAttempt).DiscardPicture(),
            When(StoringFailed, IsOfThisAttempt).RetryOrGiveUp(this),
            When(Step.Received).SendStoreScene(this),
            When(RepeatStep).NoteOrder(this).SendStoreScene(this),
            When(SceneCancelRequested).StopTimers(this).CancelScene(this).TransitionTo(Canceled),
            When(RollBackScene).GiveUpForRollback(this, stops => stops.StopTimers(this)),
            When(GenerationStarted, IsThePredictionThatEnded).NotePrediction(),
            When(GenerationStarted, IsAnotherPrediction).CancelLatePrediction(),
            // The picture is finished and paid: storing ends when it is kept, or gone.
            Ignore(Deadline.Received),
            Ignore(EraseScene), Ignore(ThemeSelected), Ignore(GenerationSucceeded), Ignore(GenerationFailed),
            Ignore(GenerationPostponed));

    private void WhileRollingBack()
        => During(
            RollingBack,
            When(AvatarRolledBack, IsOfThisAvatar).EndRollback(this, RollbackOutcome.RolledBack).TransitionTo(RolledBack),
            When(AvatarRollbackRefused, IsOfThisAvatar)
                .KeepRefusal().EndRollback(this, RollbackOutcome.Refused).TransitionTo(Failed),
            When(RollbackUnanswered.Received).RepeatRequest(this),
            When(GenerationStarted).CancelLatePrediction(),
            When(SceneStored).DiscardPicture(),
            Ignore(EraseScene), Ignore(ThemeSelected), Ignore(SceneCancelRequested), Ignore(GenerationSucceeded),
            Ignore(GenerationFailed), Ignore(GenerationPostponed), Ignore(StoringFailed), Ignore(Step.Received),
            Ignore(Deadline.Received));

    private void OnceReady()
        => During(
            Ready,
            When(SceneStored, IsAnotherPicture).DiscardPicture(),
            When(EraseScene).DiscardKeptPicture().Erase(this),
            When(GenerationStarted, IsThePredictionThatEnded).NotePrediction(),
            When(GenerationStarted, IsAnotherPrediction).CancelLatePrediction(),
            When(GenerationSucceeded, IsFoundAgain).RestorePicture(),
            Ignore(ThemeSelected), Ignore(SceneCancelRequested), Ignore(GenerationFailed), Ignore(GenerationPostponed),
            Ignore(StoringFailed), Ignore(Step.Received), Ignore(Deadline.Received));

    private void OnceEndedWithoutPicture()
    {
        foreach (var ended in new[] { RolledBack, Failed, Canceled, Expired })
        {
            During(
                ended,
                When(GenerationStarted).CancelLatePrediction(),
                When(SceneStored).DiscardPicture(),
                When(EraseScene).Erase(this),
                Ignore(ThemeSelected), Ignore(SceneCancelRequested), Ignore(GenerationSucceeded), Ignore(StoringFailed),
                Ignore(GenerationFailed), Ignore(GenerationPostponed), Ignore(Step.Received), Ignore(Deadline.Received),
                Ignore(ThemeWait.Received), Ignore(RollbackUnanswered.Received));
        }
    }

    private void OnceAskedAgain()
    {
        During(Failed, Canceled, Expired, When(RetryScene, IsOfThisRun).HearCaller(this).BeginAgain(this));
        During(Failed, When(RollBackScene, IsNotErased).RollBackAfterAll(this));
    }

    private void InEveryState()
    {
        DuringAny(
            // Where nothing else is said of them.
            Ignore(RetryScene), Ignore(RepeatStep), Ignore(RollBackScene),
            When(AvatarGenerated, IsNoTrueCopy).NoteCopy(this),
            When(CreateScene).RefuseSecondScene(),
            When(CallbackSettled).NoteCallback(),
            When(AvatarRolledBack, IsOfThisAvatar).PassOnAnswer(),
            When(AvatarRollbackRefused, IsOfThisAvatar).PassOnAnswer());

        foreach (var entered in States.Except([Initial, Final]))
        {
            WhenEnter(entered, enters => enters.NoteOrder(this).NoteTransition(this));
        }
    }

    private void CorrelateEvents()
    {
        Event(() => AvatarGenerated, e => e.CorrelateById(c => SceneIds.Of(c.Message)));
        Event(() => CreateScene, e => e.CorrelateById(c => c.Message.SceneId));
        Event(() => ThemeSelected, e => e.CorrelateById(c => c.Message.SceneId).AwaitScene());
        Event(() => SceneCancelRequested, e => e.CorrelateById(c => c.Message.SceneId).AwaitScene());
        Event(() => AvatarRolledBack, e => e.CorrelateById(c => c.Message.SceneId).AwaitScene());
        Event(() => AvatarRollbackRefused, e => e.CorrelateById(c => c.Message.SceneId).AwaitScene());
        Event(() => GenerationStarted, e => e.CorrelateById(c => c.Message.SceneId));
        Event(() => GenerationSucceeded, e => e.CorrelateById(c => c.Message.SceneId));
        Event(() => GenerationFailed, e => e.CorrelateById(c => c.Message.SceneId));
        Event(() => GenerationPostponed, e => e.CorrelateById(c => c.Message.SceneId));
        Event(() => SceneStored, e => e.CorrelateById(c => c.Message.SceneId));
        Event(() => StoringFailed, e => e.CorrelateById(c => c.Message.SceneId));
        Event(() => EraseScene, e => e.CorrelateById(c => c.Message.SceneId));
        Event(() => RetryScene, e => e.CorrelateById(c => c.Message.SceneId));
        Event(() => RepeatStep, e => e.CorrelateById(c => c.Message.SceneId));
        Event(() => CallbackSettled, e => e.CorrelateById(c => c.Message.SceneId));
        Event(() => RollBackScene, e => e.CorrelateById(c => c.Message.SceneId));
    }

    private void DeclareTimers()
    {
        Schedule(() => ThemeWait, s => s.ThemeWaitToken, s => s.Received = e => e.CorrelateById(c => c.Message.SceneId));
        Schedule(() => Step, s => s.StepToken, s => s.Received = e => e.CorrelateById(c => c.Message.SceneId));
        Schedule(() => Deadline, s => s.DeadlineToken, s => s.Received = e => e.CorrelateById(c => c.Message.SceneId));
        Schedule(() => RollbackUnanswered, s => s.RollbackToken, s => s.Received = e => e.CorrelateById(c => c.Message.SceneId));
    }

    // The states, in order of life.
    public State AwaitingTheme { get; private set; } = null!;
    public State Submitting { get; private set; } = null!;
    public State Generating { get; private set; } = null!;
    public State Storing { get; private set; } = null!;
    public State Ready { get; private set; } = null!;
    public State RollingBack { get; private set; } = null!;
    public State RolledBack { get; private set; } = null!;
    public State Failed { get; private set; } = null!;
    public State Canceled { get; private set; } = null!;
    public State Expired { get; private set; } = null!;

    // What happens to a scene.
    public Event<AvatarGenerated> AvatarGenerated { get; private set; } = null!;
    public Event<CreateScene> CreateScene { get; private set; } = null!;
    public Event<ThemeSelected> ThemeSelected { get; private set; } = null!;
    public Event<SceneCancelRequested> SceneCancelRequested { get; private set; } = null!;
    public Event<GenerationStarted> GenerationStarted { get; private set; } = null!;
    public Event<GenerationSucceeded> GenerationSucceeded { get; private set; } = null!;
    public Event<GenerationFailed> GenerationFailed { get; private set; } = null!;
    public Event<GenerationPostponed> GenerationPostponed { get; private set; } = null!;
    public Event<SceneStored> SceneStored { get; private set; } = null!;
    public Event<StoringFailed> StoringFailed { get; private set; } = null!;
    public Event<AvatarRolledBack> AvatarRolledBack { get; private set; } = null!;
    public Event<AvatarRollbackRefused> AvatarRollbackRefused { get; private set; } = null!;
    public Event<EraseScene> EraseScene { get; private set; } = null!;
    public Event<RetryScene> RetryScene { get; private set; } = null!;
    public Event<RepeatStep> RepeatStep { get; private set; } = null!;
    public Event<CallbackSettled> CallbackSettled { get; private set; } = null!;
    public Event<RollBackScene> RollBackScene { get; private set; } = null!;

    // What a scene waits for.
    public Schedule<SceneState, SceneThemeWaitElapsed> ThemeWait { get; private set; } = null!;
    public Schedule<SceneState, SceneStepElapsed> Step { get; private set; } = null!;
    public Schedule<SceneState, SceneDeadlineReached> Deadline { get; private set; } = null!;
    public Schedule<SceneState, SceneRollbackUnanswered> RollbackUnanswered { get; private set; } = null!;
}
