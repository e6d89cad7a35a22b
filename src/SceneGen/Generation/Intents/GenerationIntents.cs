using System.Data.Common;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Query;
using SceneGen.Data;
using SceneGen.Generation.Messages;
using SceneGen.Generation.Planning;
using SceneGen.Observability.Tracing;
using SceneGen.Replicate;
using SceneGen.Replicate.Wire;
using SceneGen.Scenes;
using SceneGen.Scenes.Live;
using SceneGen.Scenes.Words;

namespace SceneGen.Generation.Intents;

/// <summary>The record of what was asked of the provider. Each call is one statement, and none is open while we wait.</summary>
internal sealed class GenerationIntents(SceneDbContext database, SceneChanges changes, TimeProvider time)
{
    /// <summary>Longer than a call to the provider may take, connecting included.</summary>
    public static readonly TimeSpan Lease = TimeSpan.FromSeconds(40);

    private const int TokenLength = 32;

    public TimeSpan UntilFree(GenerationIntent intent)
        => intent.LeaseEndsAt - time.GetUtcNow() is var wait && wait > TimeSpan.Zero ? wait : TimeSpan.Zero;

    /// <summary>
    /// Whether the holder of this claim may still make its call: an instance that stood still may find its lease ending
    /// in the middle of it. By both clocks, for others judge the lease by the one, and the other is never set.
    /// </summary>
    public bool OutlastsCall(IntentClaim claim)
        => UntilFree(claim.Intent) > ReplicateApi.LongestCall
            && Lease - time.GetElapsedTime(claim.Begun) > ReplicateApi.LongestCall;

    public GenerationIntent New(GenerateScene scene, GenerationPlan plan) => new()
    {
        SceneId = scene.SceneId,
        Run = scene.Run,
        Attempt = scene.Attempt,
        Model = plan.Model,
        Prompt = plan.Prompt,
        ThemeVersion = plan.ThemeVersion,
        ThemeHash = plan.ThemeHash,
        ThemeLabel = plan.ThemeLabel,
        AvatarBox = plan.AvatarBox,
        MinSharpness = plan.Quality.MinSharpness,
        MinAvatarScore = plan.Quality.MinAvatarScore,
        AttemptLimit = plan.AttemptLimit,
        Seed = plan.Seed,
        Input = plan.Input.ToJsonString(),
        AskedAt = time.GetUtcNow(),
        LeaseEndsAt = time.GetUtcNow() + Lease,
        Token = RandomNumberGenerator.GetHexString(TokenLength, lowercase: true),
        TraceContext = Spans.CurrentId,
    };

    public async Task<IntentClaim> ClaimAsync(GenerationIntent wanted, CancellationToken cancellationToken)
    {
        var begun = time.GetTimestamp();
        if (await TryInsertAsync(wanted, cancellationToken))
        {
            return new IntentClaim(IntentClaim.Standing.Unasked, wanted) { Begun = begun };
        }

        var known = await FindAsync(wanted.SceneId, wanted.Run, wanted.Attempt, cancellationToken);
        return known switch
        {
            null => await LeftAsync(wanted, cancellationToken),
            { PredictionId: not null } => new IntentClaim(IntentClaim.Standing.Answered, known),
            _ when known.LeaseEndsAt > time.GetUtcNow() => new IntentClaim(IntentClaim.Standing.Leased, known),
            _ => await TakeOverAsync(known, cancellationToken),
        };
    }

    public Task<GenerationIntent?> FindAsync(Guid sceneId, int run, int attempt, CancellationToken cancellationToken)
        => database.Intents.AsNoTracking().SingleOrDefaultAsync(
            intent => intent.SceneId == sceneId && intent.Run == run && intent.Attempt == attempt, cancellationToken);

    /// <summary>The intent as it is now; null when the prediction is another attempt's, or the lease was lost meanwhile.</summary>
    public async Task<GenerationIntent?> RecordPredictionAsync(
        GenerationIntent intent, Prediction prediction, CancellationToken cancellationToken)
    {
        var (predictionId, version) = (prediction.Id, prediction.KnownVersion);
        try
        {
            // One statement: a webhook that comes at this moment finds the prediction, or is found here.
            var recorded = await database.Intents
                .FromSql($"""
                    UPDATE generation_intents SET "PredictionId" = {predictionId}, "ModelVersion" = {version}
                    WHERE "SceneId" = {intent.SceneId} AND "Run" = {intent.Run} AND "Attempt" = {intent.Attempt}
                        AND "Fence" = {intent.Fence} AND "PredictionId" IS NULL
                    RETURNING *
                    """)
                .AsNoTracking()
                .ToListAsync(cancellationToken);
            return recorded.SingleOrDefault();
        }
        catch (DbException) when (!cancellationToken.IsCancellationRequested)
        {
            if (await database.Intents.AnyAsync(other => other.PredictionId == predictionId, cancellationToken))
            {
                return null;
            }

            throw;
        }
    }

    /// <summary>The provider was asked and nobody knows what it did.</summary>
    public Task<bool> RecordNoAnswerAsync(GenerationIntent intent, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        return UpdateAsync(
            intent,
            set => set
                .SetProperty(i => i.UnansweredAt, now)
                .SetProperty(i => i.MissedAt, (DateTimeOffset?)null)
                .SetProperty(i => i.LeaseEndsAt, now),
            cancellationToken);
    }

    /// <summary>A complete listing did not show the prediction.</summary>
    public Task<bool> RecordMissAsync(GenerationIntent intent, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var missedAt = intent.MissedAt ?? now;
        return UpdateAsync(
            intent,
            set => set.SetProperty(i => i.MissedAt, missedAt).SetProperty(i => i.LeaseEndsAt, now),
            cancellationToken);
    }

    /// <summary>The provider shall be asked again, for the prediction is surely not there: for whoever still holds the lease.</summary>
    public async Task<IntentClaim> AskAgainAsync(GenerationIntent intent, CancellationToken cancellationToken)
    {
        var (begun, now) = (time.GetTimestamp(), time.GetUtcNow());
        var again = intent with { AskedAt = now, LeaseEndsAt = now + Lease, UnansweredAt = null, MissedAt = null };
        var waiting = Waiting(intent);
        var isMine = await Held(intent)
            .Where(i => i.ThemeVersion == ProbePlanner.NoTheme || waiting.Any())
            .ExecuteUpdateAsync(
                set => set
                    .SetProperty(i => i.AskedAt, again.AskedAt)
                    .SetProperty(i => i.LeaseEndsAt, again.LeaseEndsAt)
                    .SetProperty(i => i.UnansweredAt, again.UnansweredAt)
                    .SetProperty(i => i.MissedAt, again.MissedAt),
                cancellationToken) == 1;
        return isMine
            ? new IntentClaim(IntentClaim.Standing.Unasked, again) { Begun = begun }
            : await LeftAsync(intent, cancellationToken);
    }

    /// <summary>The provider surely made nothing; the next command begins afresh.</summary>
    public async Task WithdrawAsync(GenerationIntent intent, CancellationToken cancellationToken)
        => await Held(intent).ExecuteDeleteAsync(cancellationToken);

    /// <summary>False when another check came first: the chain of checks is that one's now.</summary>
    public async Task<bool> RecordCheckAsync(IntentCheck check, CancellationToken cancellationToken)
    {
        var isRecorded = await database.RecordCheckAsync(check, cancellationToken);
        if (isRecorded && check.Happened.Any(happened => EventWords.Told.Contains(happened.Code)))
        {
            changes.Tell(check.Intent.SceneId, sequence: null);
        }

        return isRecorded;
    }

    /// <summary>For whoever is to find out what became of a purchase that nobody is making any more.</summary>
    public async Task<IntentClaim> TakeOverAsync(GenerationIntent known, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var taken = known with
        {
            Fence = known.Fence + 1,
            LeaseEndsAt = now + Lease,

            // Who never said that it gave up may have been calling until its lease was over.
            UnansweredAt = known.UnansweredAt ?? known.LeaseEndsAt,
        };
        var isTaken = await UpdateAsync(
            known,
            set => set
                .SetProperty(i => i.Fence, taken.Fence)
                .SetProperty(i => i.LeaseEndsAt, taken.LeaseEndsAt)
                .SetProperty(i => i.UnansweredAt, taken.UnansweredAt),
            cancellationToken);
        return new IntentClaim(isTaken ? IntentClaim.Standing.Unanswered : IntentClaim.Standing.Leased, taken);
    }

    /// <summary>For whoever was not let: another one is at it, or nobody shall be.</summary>
    private async Task<IntentClaim> LeftAsync(GenerationIntent intent, CancellationToken cancellationToken)
        => new(
            IsProbe(intent) || await Waiting(intent).AnyAsync(cancellationToken)
                ? IntentClaim.Standing.Leased
                : IntentClaim.Standing.Unwanted,
            intent);

    private static bool IsProbe(GenerationIntent intent) => intent.ThemeVersion == ProbePlanner.NoTheme;

    /// <summary>
    /// The scene is asked as the row is written, for its command may be old: what a scene that has gone on would pay for is
    /// not bought.
    /// </summary>
    private Task<bool> TryInsertAsync(GenerationIntent intent, CancellationToken cancellationToken)
        => database.TryInsertAsync(
            intent,
            IsProbe(intent)
                ? (FormattableString?)null
                : $"""
                    EXISTS (SELECT 1 FROM scenes
                        WHERE "CorrelationId" = {intent.SceneId} AND "Run" = {intent.Run} AND "Attempt" = {intent.Attempt}
                            AND "CurrentState" = {nameof(SceneStateMachine.Submitting)} AND "ErasedAt" IS NULL)
                    """,
            cancellationToken);

    private IQueryable<SceneState> Waiting(GenerationIntent intent)
        => database.Scenes.Where(scene => scene.CorrelationId == intent.SceneId
            && scene.Run == intent.Run
            && scene.Attempt == intent.Attempt
            && scene.CurrentState == nameof(SceneStateMachine.Submitting)
            && scene.ErasedAt == null);

    private async Task<bool> UpdateAsync(
        GenerationIntent intent,
        Action<UpdateSettersBuilder<GenerationIntent>> set,
        CancellationToken cancellationToken)
        => await Held(intent).ExecuteUpdateAsync(set, cancellationToken) == 1;

    private IQueryable<GenerationIntent> Held(GenerationIntent intent)
        => database.Intents.Where(i => i.SceneId == intent.SceneId
            && i.Run == intent.Run
            && i.Attempt == intent.Attempt
            && i.Fence == intent.Fence
            && i.PredictionId == null);
}
