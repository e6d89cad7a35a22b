using MassTransit;
using SceneGen.Generation.Intents;
using SceneGen.Generation.Messages;
using SceneGen.Generation.Traffic.Pacing;
using SceneGen.Messaging;

namespace SceneGen.Generation.Reconciling;

/// <summary>Finds out what became of purchases whose answer was lost and that nobody is making any more.</summary>
internal sealed class UnansweredPurchases(
    GenerationIntents intents, LostPredictions lost, ISendEndpointProvider endpoints)
{
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(2);

    /// <summary>One that was surely never made is withdrawn.</summary>
    public async Task<LostPrediction> SettleAsync(
        GenerationIntent known, Ticket ticket, CancellationToken cancellationToken)
    {
        var claim = await intents.TakeOverAsync(known, cancellationToken);
        if (claim.State is not IntentClaim.Standing.Unanswered)
        {
            return new LostPrediction.Undecided(Soon);
        }

        var outcome = await lost.SearchAsync(claim.Intent, ticket, cancellationToken);
        if (outcome is LostPrediction.Absent)
        {
            await intents.WithdrawAsync(claim.Intent, cancellationToken);
        }

        return outcome;
    }

    /// <summary>Nobody waits for its prediction. The command goes with what the caller commits.</summary>
    public async Task CancelAsync(GenerationIntent intent, CancellationToken cancellationToken)
    {
        var cancel = await endpoints.GetSendEndpoint(Queues.CancelGeneration);
        await cancel.Send(
            new CancelGeneration { SceneId = intent.SceneId, PredictionId = intent.PredictionId! }, cancellationToken);
    }
}
