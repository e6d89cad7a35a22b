using MassTransit;
using SceneGen.Assets.Messages;
using SceneGen.Contracts;
using SceneGen.Generation.Messages;
using SceneGen.Scenes.Messages;

namespace SceneGen.Scenes.Correlation;

/// <summary>Which messages mean a scene as it is now, and which come late or for another.</summary>
internal static class SceneConditions
{
    public static bool IsNoTrueCopy(BehaviorContext<SceneState, AvatarGenerated> context)
        => context.Saga.ErasedAt is null
            && (context.Saga.AvatarId != context.Message.AvatarId
                || context.Saga.AvatarUrl != context.Message.AvatarUrl
                || context.Saga.SessionId != context.Message.SessionId
                || context.Saga.AvatarKind != context.Message.Avatar?.Kind
                || context.Saga.AvatarName != context.Message.Avatar?.Name
                || context.Saga.AvatarDescription != context.Message.Avatar?.Description
                || (context.Message.Theme is { } theme && context.Saga.Theme != theme));

    public static bool IsOfThisAvatar(BehaviorContext<SceneState, AvatarRolledBack> context)
        => context.Saga.AvatarId == context.Message.AvatarId;

    public static bool IsOfThisAvatar(BehaviorContext<SceneState, AvatarRollbackRefused> context)
        => context.Saga.AvatarId == context.Message.AvatarId;

    public static bool IsOfThisAttempt(BehaviorContext<SceneState, GenerationStarted> context)
        => context.Saga.IsAt(context.Message.Run, context.Message.Attempt);

    public static bool IsOfThisAttempt(BehaviorContext<SceneState, GenerationSucceeded> context)
        => context.Saga.IsAt(context.Message.Run, context.Message.Attempt);

    /// <summary>The file of its picture was lost, and the provider still has the picture.</summary>
    public static bool IsFoundAgain(BehaviorContext<SceneState, GenerationSucceeded> context)
        => context.Message.IsFoundAgain && context.Saga.ImageSha256 is not null && IsOfThisAttempt(context);

    public static bool IsOfThisAttempt(BehaviorContext<SceneState, GenerationFailed> context)
        => context.Saga.IsAt(context.Message.Run, context.Message.Attempt);

    public static bool IsOfThisAttempt(BehaviorContext<SceneState, GenerationPostponed> context)
        => context.Saga.IsAt(context.Message.Run, context.Message.Attempt);

    public static bool IsOfThisAttempt(BehaviorContext<SceneState, SceneStored> context)
        => context.Saga.IsAt(context.Message.Run, context.Message.Attempt);

    public static bool IsOfThisAttempt(BehaviorContext<SceneState, StoringFailed> context)
        => context.Saga.IsAt(context.Message.Run, context.Message.Attempt);

    public static bool IsOfAnotherAttempt(BehaviorContext<SceneState, GenerationStarted> context)
        => !IsOfThisAttempt(context);

    public static bool IsOfAnotherAttempt(BehaviorContext<SceneState, SceneStored> context)
        => !IsOfThisAttempt(context);

    /// <summary>Its end was heard of before its beginning.</summary>
    public static bool IsThePredictionThatEnded(BehaviorContext<SceneState, GenerationStarted> context)
        => context.Saga is { PredictionId: null, ErasedAt: null } && IsOfThisAttempt(context);

    public static bool IsAnotherPrediction(BehaviorContext<SceneState, GenerationStarted> context)
        => context.Saga.PredictionId != context.Message.PredictionId && !IsThePredictionThatEnded(context);

    /// <summary>Of two who ask for another run at once, the second saw one that is over.</summary>
    public static bool IsOfThisRun(BehaviorContext<SceneState, RetryScene> context)
        => context.Saga.ErasedAt is null && context.Saga.Run == context.Message.Run;

    public static bool IsNotErased(BehaviorContext<SceneState, RollBackScene> context) => context.Saga.ErasedAt is null;

    /// <summary>A timer is of this attempt, or it would not be raised.</summary>
    public static bool IsOfThisAttempt(BehaviorContext<SceneState, SceneDeadlineReached> context)
        => context.Message is not { Run: { } run, Attempt: { } attempt } || context.Saga.IsAt(run, attempt);

    public static bool IsAnotherPicture(BehaviorContext<SceneState, SceneStored> context)
        => context.Saga.ImageSha256 != context.Message.Sha256;
}
