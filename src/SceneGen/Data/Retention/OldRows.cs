using SceneGen.Callbacks.Telling;
using SceneGen.Generation.Disputes;
using SceneGen.Generation.Hints;
using SceneGen.Generation.Intents;
using SceneGen.Operations.Audit;
using SceneGen.Scenes;
using SceneGen.Scenes.Correlation;
using SceneGen.Scenes.Timeline;

namespace SceneGen.Data.Retention;

/// <summary>Which rows nobody needs that are older than a moment.</summary>
internal static class OldRows
{
    public static IQueryable<WebhookReceipt> Webhooks(SceneDbContext database, DateTimeOffset before)
        => database.WebhookReceipts.Where(receipt => receipt.ReceivedAt < before).OrderBy(receipt => receipt.ReceivedAt);

    public static IQueryable<FlaggedContent> Flags(SceneDbContext database, DateTimeOffset before)
        => database.Flagged.Where(flag => flag.At < before).OrderBy(flag => flag.At);

    public static IQueryable<AvatarVerdict> Verdicts(SceneDbContext database, DateTimeOffset before)
        => database.AvatarVerdicts.Where(verdict => verdict.At < before).OrderBy(verdict => verdict.At);

    public static IQueryable<OperatorAction> OperatorActions(SceneDbContext database, DateTimeOffset before)
        => database.OperatorActions.Where(action => action.At < before).OrderBy(action => action.At);

    /// <summary>Those that wait are still to be posted.</summary>
    public static IQueryable<SceneCallback> Callbacks(SceneDbContext database, DateTimeOffset before)
        => database.Callbacks
            .Where(callback => callback.State != CallbackState.Waiting && callback.CreatedAt < before)
            .OrderBy(callback => callback.CreatedAt);

    /// <summary>Whole timelines, for those that are left count on without a gap.</summary>
    public static IQueryable<SceneTimelineEntry> Timelines(SceneDbContext database, DateTimeOffset before)
        => database.Timeline
            .Where(entry => Ended(database, before).Any(scene => scene.CorrelationId == entry.SceneId))
            .OrderBy(entry => entry.SceneId);

    /// <summary>What was asked without an answer is still looked for.</summary>
    public static IQueryable<GenerationIntent> Intents(SceneDbContext database, DateTimeOffset before)
        => database.Intents
            .Where(intent => intent.PredictionId != null && intent.AskedAt < before)
            .Where(intent => !database.Scenes.Any(
                scene => scene.CorrelationId == intent.SceneId && SceneStates.Running.Contains(scene.CurrentState)))
            .OrderBy(intent => intent.AskedAt);

    public static IQueryable<SceneState> Tombstones(SceneDbContext database, DateTimeOffset before)
        => database.Scenes.Where(scene => scene.ErasedAt < before).OrderBy(scene => scene.ErasedAt);

    public static IQueryable<SceneState> Abandoned(SceneDbContext database, DateTimeOffset before)
        => database.Scenes
            .Where(scene => scene.CurrentState == nameof(SceneStateMachine.Expired))
            .Where(scene => scene.ErasedAt == null && scene.UpdatedAt < before)
            .OrderBy(scene => scene.UpdatedAt);

    private static IQueryable<SceneState> Ended(SceneDbContext database, DateTimeOffset before)
        => database.Scenes.Where(scene => scene.UpdatedAt < before && !SceneStates.Running.Contains(scene.CurrentState));
}
