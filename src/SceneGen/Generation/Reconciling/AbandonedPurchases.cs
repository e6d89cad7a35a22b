using MassTransit;
using Microsoft.EntityFrameworkCore;
using SceneGen.Data;
using SceneGen.Generation.Intents;
using SceneGen.Generation.Messages;
using SceneGen.Generation.Traffic.Pacing;
using SceneGen.Messaging;
using SceneGen.Scenes;

namespace SceneGen.Generation.Reconciling;

/// <summary>
/// Finds out what became of purchases whose answer was lost and whose scene has gone on without them: it was canceled, or
/// its time was over.
/// </summary>
internal sealed class AbandonedPurchases(
    SceneDbContext database,
    GenerationIntents intents,
    LostPredictions lost,
    ISendEndpointProvider endpoints,
    TimeProvider time)
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
            if (await SettleAsync(intent, cancellationToken) is { } prediction)
            {
                found.Add(prediction);
            }
        }

        return found;
    }

    private async Task<string?> SettleAsync(GenerationIntent intent, CancellationToken cancellationToken)
    {
        var claim = await intents.TakeOverAsync(intent, cancellationToken);
        if (claim.State is not IntentClaim.Standing.Unanswered)
        {
            return null;
        }

        switch (await lost.SearchAsync(claim.Intent, new Ticket(intent.AskedAt, intent.SceneId), cancellationToken))
        {
            case LostPrediction.Found { Intent.PredictionId: { } predictionId }:
                var cancel = await endpoints.GetSendEndpoint(Queues.CancelGeneration);
                await cancel.Send(
                    new CancelGeneration { SceneId = intent.SceneId, PredictionId = predictionId }, cancellationToken);
                await database.SaveChangesAsync(cancellationToken);
                return predictionId;
            case LostPrediction.Absent:
                await intents.WithdrawAsync(claim.Intent, cancellationToken);
                return null;
            default:
                return null;
        }
    }
}
