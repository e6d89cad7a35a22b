using MassTransit;
using Microsoft.EntityFrameworkCore;
using SceneGen.Contracts;
using SceneGen.Data;
using SceneGen.Generation.Planning;
using SceneGen.Scenes.Callers;
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
                    .ThenAsync(async context => Renew(
                        context.Saga, context.Message, await context.WasLastPictureRefusedAsync()))
                    .AwaitThemeOrStartRun(machine)
                    .AnswerCaller(machine));

    /// <summary>The scene may have ended of another thing: it waited for the next attempt, and was canceled.</summary>
    private static async Task<bool> WasLastPictureRefusedAsync(this BehaviorContext<SceneState, RetryScene> context)
    {
        var sceneId = context.Saga.CorrelationId;
        var failedBy = await context.GetPayload<SceneDbContext>().Intents.AsNoTracking()
            .Where(intent => intent.SceneId == sceneId && intent.ThemeVersion != ProbePlanner.NoTheme)
            .OrderByDescending(intent => intent.Run)
            .ThenByDescending(intent => intent.Attempt)
            .Select(intent => intent.FailedBy)
            .FirstOrDefaultAsync(context.CancellationToken);
        return CodesOfPictures.Contains(failedBy) || CodesOfPictures.Contains(context.Saga.FailureCode);
    }

    private static void Renew(SceneState scene, RetryScene retry, bool wasRefused)
    {
        var theme = retry.AwaitsTheme ? null : retry.Theme ?? scene.Theme;
        scene.ReusesPaid = scene.Run > 0
            && theme is not null
            && theme == scene.Theme
            && (retry.ReusesPaid ?? !wasRefused);
        scene.Theme = theme;
        scene.FailureCode = null;
        scene.FailureFault = null;
        scene.PredictionId = scene.OutputUrl = null;
        scene.OutputExpiresAt = null;
        scene.AvatarMisses = 0;
        scene.ForgetRollback();
    }
}
