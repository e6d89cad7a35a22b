using System.Text.Json.Nodes;
using SceneGen.Replicate;

namespace SceneGen.Generation.Intents;

/// <summary>Looks for the prediction of a paid call whose answer was lost, so that nothing is bought twice.</summary>
internal sealed class LostPredictions(IReplicateApi replicate, GenerationIntents intents, TimeProvider time)
{
    private static readonly TimeSpan Before = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan After = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan BetweenListings = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan UntilListed = TimeSpan.FromSeconds(20);

    /// <summary>The prediction's id once it is claimed for this intent; null when no listed one is ours.</summary>
    public async Task<string?> FindAsync(GenerationIntent intent, CancellationToken cancellationToken)
    {
        var input = JsonNode.Parse(intent.Input);
        var listed = replicate.ListPredictionsAsync(intent.AskedAt - Before, intent.AskedAt + After, cancellationToken);
        await foreach (var prediction in listed)
        {
            // Two scenes may ask for the very same picture; each claims one of them.
            if ((prediction.Model == intent.Model || prediction.Version == intent.Model)
                && JsonNode.DeepEquals(prediction.Input, input)
                && await intents.RecordPredictionAsync(intent, prediction.Id, cancellationToken))
            {
                return prediction.Id;
            }
        }

        return null;
    }

    /// <summary>
    /// Whether what a listing begun now does not show is not there: it is the second, 10 s after the first and 20 s
    /// after the call.
    /// </summary>
    public bool ListingSettles(GenerationIntent intent)
    {
        var now = time.GetUtcNow();
        return now - intent.MissedAt >= BetweenListings && now - intent.UnansweredAt >= UntilListed;
    }

    /// <summary>When the next listing may settle it.</summary>
    public static TimeSpan NextListing => BetweenListings;
}
