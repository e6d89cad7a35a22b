using SceneGen.Access.Keys;
using SceneGen.Access.Protection;
using SceneGen.Access.Sessions;
using SceneGen.Callbacks.Telling;
using SceneGen.Generation.Disputes;
using SceneGen.Generation.Hints;
using SceneGen.Generation.Intents;
using SceneGen.Generation.Planning;
using SceneGen.Operations.Audit;
using SceneGen.Scenes;
using SceneGen.Scenes.Callers;
using SceneGen.Scenes.Correlation;
using SceneGen.Scenes.Quotas;
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

    public static IQueryable<ApiKey> RevokedKeys(SceneDbContext database, DateTimeOffset before)
        => database.ApiKeys.Where(key => key.RevokedAt < before).OrderBy(key => key.RevokedAt);

    public static IQueryable<ProtectionKey> ProtectionKeys(SceneDbContext database, DateTimeOffset before)
        => database.ProtectionKeys.Where(key => key.AddedAt < before).OrderBy(key => key.AddedAt);

    /// <summary>One that is not done to the end is still worked on.</summary>
    public static IQueryable<SessionErasure> Erasures(SceneDbContext database, DateTimeOffset before)
        => database.SessionErasures
            .Where(erasure => erasure.SessionId == null && erasure.AskedAt < before)
            .OrderBy(erasure => erasure.AskedAt);

    public static IQueryable<KeptAnswer> KeptAnswers(SceneDbContext database, DateTimeOffset before)
        => database.KeptAnswers.Where(answer => answer.At < before).OrderBy(answer => answer.At);

    public static IQueryable<QuotaHolder> QuotaHolders(SceneDbContext database, DateTimeOffset before)
        => database.QuotaHolders.Where(holder => holder.UsedAt < before).OrderBy(holder => holder.UsedAt);

    /// <summary>Of minutes that are over.</summary>
    public static IQueryable<RequestCount> RequestCounts(SceneDbContext database, DateTimeOffset before)
    {
        var minute = before.ToUnixTimeSeconds() / 60;
        return database.RequestCounts.Where(count => count.Minute < minute).OrderBy(count => count.Minute);
    }

    /// <summary>Those that wait are still to be posted.</summary>
    public static IQueryable<SceneCallback> Callbacks(SceneDbContext database, DateTimeOffset before)
        => database.Callbacks
            .Where(callback => callback.State != CallbackState.Waiting && callback.CreatedAt < before)
            .OrderBy(callback => callback.CreatedAt);

    /// <summary>Of deleted scenes; they go with those, unless the version before callbacks has deleted them.</summary>
    public static IQueryable<SceneCallback> ErasedCallbacks(SceneDbContext database, DateTimeOffset before)
        => database.Callbacks
            .Where(callback => database.Scenes.Any(
                scene => scene.CorrelationId == callback.SceneId && scene.ErasedAt < before))
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

    /// <summary>Of deleted scenes; they go with those, unless they came after, whatever was seen to be left of the scene.</summary>
    public static IQueryable<GenerationIntent> ErasedIntents(SceneDbContext database, DateTimeOffset before)
        => database.Intents
            .Where(intent => intent.PredictionId != null && database.Scenes.Any(
                scene => scene.CorrelationId == intent.SceneId && scene.ErasedAt < before))
            .OrderBy(intent => intent.AskedAt);

    /// <summary>
    /// The orders of probes whose outcome nobody waited for: no scene's traces, and with an avatar's address in them.
    /// </summary>
    public static IQueryable<GenerationIntent> ForgottenProbes(SceneDbContext database, DateTimeOffset before)
        => database.Intents
            .Where(intent => intent.ThemeVersion == ProbePlanner.NoTheme && intent.Input != ProbeVerdicts.NoInput)
            .Where(intent => intent.PredictionId != null && intent.AskedAt < before);

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
