using Microsoft.EntityFrameworkCore;
using SceneGen.Data;
using SceneGen.Generation.Intents;
using SceneGen.Generation.Traffic.Pacing;
using SceneGen.Scenes;

namespace SceneGen.Generation.Reconciling;

/// <summary>
/// Finds out what became of purchases whose answer was lost and whose scene has gone on without them: it was canceled, or
/// its time was over.
/// </summary>
internal sealed class AbandonedPurchases(
    SceneDbContext database, UnansweredPurchases unanswered, TimeProvider time)
{
    private const int MostAtOnce = 20;

    /// <summary>The predictions that were found; each is being canceled.</summary>
    public async Task<IReadOnlyList<string>> SettleAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var abandoned = await database.Intents.AsNoTracking()
            .Where(intent => intent.PredictionId == null && intent.LeaseEndsAt < now)
            .Where(intent => !database.Scenes.Any(scene => scene.CorrelationId == intent.SceneId
                && scene.Run == intent.Run
                && scene.Attempt == intent.Attempt
                && scene.CurrentState == nameof(SceneStateMachine.Submitting)))
            .OrderBy(intent => intent.LeaseEndsAt)
            .Take(MostAtOnce)
            .ToListAsync(cancellationToken);
        var found = new List<string>();
        foreach (var intent in abandoned)
        {
            var ticket = new Ticket(intent.AskedAt, intent.SceneId);
            if (await unanswered.SettleAsync(intent, ticket, cancellationToken) is LostPrediction.Found { Intent: var purchase })
            {
                await unanswered.CancelAsync(purchase, cancellationToken);
                await database.SaveChangesAsync(cancellationToken);
                found.Add(purchase.PredictionId!);
            }
        }

        return found;
    }
}
