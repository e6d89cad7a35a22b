using System.Net;
using Microsoft.EntityFrameworkCore;
using SceneGen.Data;
using SceneGen.Generation.Intents;
using SceneGen.Generation.Messages;
using SceneGen.Generation.Planning;
using SceneGen.Generation.Reconciling;
using SceneGen.Generation.Traffic;
using SceneGen.Generation.Traffic.Pacing;
using SceneGen.Observability;
using SceneGen.Replicate;
using SceneGen.Replicate.Wire;
using SceneGen.Scenes.Timeline;
using SceneGen.Scenes.Timers;
using SceneGen.Themes;

namespace SceneGen.Generation.Reusing;

/// <summary>
/// Finds the picture that an earlier run of a scene has paid for, while the provider still has it. Its purchase becomes the
/// present attempt's: nothing is bought a second time, and whatever looks for the attempt's prediction finds it.
/// </summary>
internal sealed class PaidPictures(
    SceneDbContext database,
    IReplicateApi replicate,
    ProviderTraffic traffic,
    ThemeLibrary themes,
    UnansweredPurchases unanswered,
    Chronicle chronicle)
{
    private static readonly TrafficStop Undecided = new("earlier_purchase", "purchase_undecided");

    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan UntilSettled = TimeSpan.FromSeconds(5);

    /// <summary>What is nearer to its end than this may be gone before it is fetched.</summary>
    private static readonly TimeSpan Margin = TimeSpan.FromMinutes(1);

    /// <summary>Whether a later run has bought already, or has what this one bought.</summary>
    public Task<bool> WentToLaterRunAsync(GenerateScene scene, CancellationToken cancellationToken)
        => database.Intents.AnyAsync(
            intent => intent.SceneId == scene.SceneId && intent.Run > scene.Run, cancellationToken);

    public async Task<PaidPicture> FindAsync(GenerateScene scene, CancellationToken cancellationToken)
    {
        if (await FindIntentAsync(scene, cancellationToken) is not { } intent)
        {
            return new PaidPicture.None();
        }

        return intent.PredictionId is null
            ? await SettleAsync(intent, scene, cancellationToken)
            : await LookAsync(intent, scene, cancellationToken);
    }

    private static Ticket TicketOf(GenerateScene scene) => new(scene.Deadline, scene.SceneId);

    /// <summary>Perhaps bought: nothing is bought in its place before that is known.</summary>
    private async Task<PaidPicture> SettleAsync(
        GenerationIntent intent, GenerateScene scene, CancellationToken cancellationToken)
    {
        var untilFree = intent.LeaseEndsAt - chronicle.Now;
        if (untilFree > TimeSpan.Zero)
        {
            return new PaidPicture.Later(untilFree > UntilSettled ? untilFree : UntilSettled, Undecided);
        }

        return await unanswered.SettleAsync(intent, TicketOf(scene), cancellationToken) switch
        {
            LostPrediction.Found found => await LookAsync(found.Intent, scene, cancellationToken),
            LostPrediction.Undecided later => new PaidPicture.Later(later.Wait, later.Stop ?? Undecided),
            _ => await FindAsync(scene, cancellationToken),
        };
    }

    private async Task<PaidPicture> LookAsync(
        GenerationIntent intent, GenerateScene scene, CancellationToken cancellationToken)
    {
        using var admission = await traffic.EnterAsync(new ProviderCall(TicketOf(scene)), cancellationToken);
        if (admission.Permit is null)
        {
            return new PaidPicture.Later(admission.Wait, admission.Stop);
        }

        var (prediction, later) = await AskAsync(intent.PredictionId!, admission.Permit, cancellationToken);
        if (prediction is { IsOver: false })
        {
            // As a rule its scene has done so; not where it never knew of it.
            await unanswered.CancelAsync(intent, cancellationToken);
        }

        return later is { } wait ? new PaidPicture.Later(wait)
            : prediction is not null && IsThere(prediction) && await TakeOverAsync(intent, scene, cancellationToken)
                ? new PaidPicture.Found(intent, prediction.OutputUrl!, prediction.CompletedAt)
            : new PaidPicture.None();
    }

    private async Task<(Prediction? Prediction, TimeSpan? Later)> AskAsync(
        string predictionId, TrafficPermit permit, CancellationToken cancellationToken)
    {
        var (begun, facts) = (chronicle.Begin(), new TimelineFacts { PredictionId = predictionId });
        try
        {
            var prediction = await permit.UseAsync(
                () => replicate.GetPredictionAsync(predictionId, cancellationToken), cancellationToken);
            chronicle.Note(TimelineCodes.PaidSeen, facts with { Status = prediction.Status }, begun);
            return (prediction, null);
        }
        catch (ReplicateException error)
        {
            chronicle.Note(TimelineCodes.PaidNotSeen, facts with { Http = (int?)error.Status }, begun, Redaction.Of(error.Message));
            return (null, error.Status is HttpStatusCode.NotFound ? null : error.RetryAfter ?? Soon);
        }
    }

    private bool IsThere(Prediction prediction)
        => prediction is { Status: "succeeded", OutputUrl.Length: > 0 }
            && (prediction.CompletedAt is not { } ended || ended + SceneTimers.OutputLife - Margin > chronicle.Now);

    /// <summary>The newest purchase, if it was of the theme as it is today.</summary>
    private async Task<GenerationIntent?> FindIntentAsync(GenerateScene scene, CancellationToken cancellationToken)
    {
        var newest = await database.Intents.AsNoTracking()
            .Where(intent => intent.SceneId == scene.SceneId && intent.ThemeVersion != ProbePlanner.NoTheme)
            .Where(intent => intent.Run < scene.Run || (intent.Run == scene.Run && intent.Attempt == scene.Attempt))
            .OrderByDescending(intent => intent.Run)
            .ThenByDescending(intent => intent.Attempt)
            .FirstOrDefaultAsync(cancellationToken);

        // An attempt with a purchase of its own, or with one that was taken over already, follows that.
        return newest?.Run < scene.Run
            && newest.ThemeHash is { } hash
            && hash == themes.Find(scene.Theme)?.Hash
                ? newest
                : null;
    }

    private async Task<bool> TakeOverAsync(
        GenerationIntent intent, GenerateScene scene, CancellationToken cancellationToken)
    {
        // Committed with what is sent: a picture that nobody was told of is found again, and is not billed again.
        await database.Database.BeginTransactionAsync(cancellationToken);
        var taken = await database.Intents
            .Where(known => known.PredictionId == intent.PredictionId && known.Run == intent.Run)
            .ExecuteUpdateAsync(
                set => set
                    .SetProperty(known => known.Run, scene.Run)
                    .SetProperty(known => known.Attempt, scene.Attempt)
                    .SetProperty(known => known.Checks, 0)
                    .SetProperty(known => known.ChecksWaitSince, (DateTimeOffset?)null),
                cancellationToken);
        if (taken == 0)
        {
            await database.Database.RollbackTransactionAsync(cancellationToken);
        }

        return taken == 1;
    }
}
