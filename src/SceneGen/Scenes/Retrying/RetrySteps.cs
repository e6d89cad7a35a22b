using MassTransit;
using SceneGen.Contracts;
using SceneGen.Scenes.Compensation;
using SceneGen.Scenes.Messages;

namespace SceneGen.Scenes.Retrying;

/// <summary>The verbs by which a scene that ended without a picture begins again.</summary>
internal static class RetrySteps
{
    /// <summary>The picture itself was to blame: it would be no better the next time.</summary>
    private static readonly string[] CodesOfPictures =
    [
        SceneFailureCodes.OutputUnreadable,
        SceneFailureCodes.OutputUnsuitable,
        SceneFailureCodes.OutputBlank,
        SceneFailureCodes.OutputBlurred,
        SceneFailureCodes.OutputWithoutAvatar,
    ];

    /// <summary>An avatar that is gone, or about to go, is not painted again: then nothing changes.</summary>
    public static EventActivityBinder<SceneState, RetryScene> BeginAgain(
        this EventActivityBinder<SceneState, RetryScene> binder, SceneStateMachine machine)
        => binder
            .ThenAsync(async context => Decision.Note(
                context,
                await context.MeetAvatarAsync() is AvatarStanding.Kept ? RollbackDecision.Keep : RollbackDecision.AwaitAnswer))
            .If(
                context => Decision.Of(context) is RollbackDecision.Keep,
                begins => begins
                    .Then(context => Renew(context.Saga, context.Message))
                    .AwaitThemeOrStartRun(machine));

    private static void Renew(SceneState scene, RetryScene retry)
    {
        var theme = retry.AwaitsTheme ? null : retry.Theme ?? scene.Theme;
        scene.ReusesPaid = scene.Run > 0
            && theme is not null
            && theme == scene.Theme
            && (retry.ReusesPaid ?? !CodesOfPictures.Contains(scene.FailureCode));
        scene.Theme = theme;
        scene.FailureCode = null;
        scene.FailureFault = null;
        scene.PredictionId = scene.OutputUrl = null;
        scene.OutputExpiresAt = null;
        scene.AvatarMisses = 0;
        scene.ForgetRollback();
    }
}
