using System.Text.Json.Nodes;
using SceneGen.Generation.Traffic;
using SceneGen.Observability;
using SceneGen.Replicate;
using SceneGen.Replicate.Webhooks;
using SceneGen.Replicate.Wire;
using SceneGen.Scenes.Timeline;

namespace SceneGen.Generation.Intents;

/// <summary>Looks for the prediction of a paid call whose answer was lost, so that nothing is bought twice.</summary>
internal sealed class LostPredictions(
    IReplicateApi replicate, GenerationIntents intents, ProviderTraffic traffic, Chronicle chronicle, TimeProvider time)
{
    private const int PageSize = 100;
    private static readonly TimeSpan Before = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan After = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan BetweenListings = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan UntilListed = TimeSpan.FromSeconds(20);

    /// <summary>The intent with its prediction, once that is claimed; null when no listed one is ours.</summary>
    public async Task<GenerationIntent?> FindAsync(GenerationIntent intent, CancellationToken cancellationToken)
    {
        var (begun, facts) = (chronicle.Begin(), new TimelineFacts { Model = intent.Model });
        try
        {
            var found = await SearchAsync(intent, cancellationToken);
            var code = found is null ? TimelineCodes.OrderNotFound : TimelineCodes.OrderFound;
            chronicle.Note(code, facts with { PredictionId = found?.PredictionId }, begun);
            return found;
        }
        catch (ReplicateException error)
        {
            facts = facts with { Http = (int?)error.Status };
            chronicle.Note(TimelineCodes.SearchFailed, facts, begun, Redaction.Of(error.Message));
            throw;
        }
    }

    private async Task<GenerationIntent?> SearchAsync(GenerationIntent intent, CancellationToken cancellationToken)
    {
        var input = JsonNode.Parse(intent.Input);
        var listed = replicate.ListPredictionsAsync(intent.AskedAt - Before, intent.AskedAt + After, cancellationToken);
        var seen = 0;
        await foreach (var prediction in listed)
        {
            if (++seen % PageSize == 0)
            {
                traffic.ChargeReads(1);
            }

            // Two scenes may ask for the very same picture; each claims one of them.
            if (IsOurs(prediction, intent, input)
                && await intents.RecordPredictionAsync(intent, prediction, cancellationToken) is { } found)
            {
                return found;
            }
        }

        return null;
    }

    /// <summary>By the token in its webhook's address; only one that was told no address is known by what it was asked for.</summary>
    private static bool IsOurs(Prediction prediction, GenerationIntent intent, JsonNode? input)
        => prediction.Webhook is { Length: > 0 } webhook
            ? intent.Token is { } token && WebhookAddress.TokenIn(webhook) == token
            : (prediction.Model == intent.Model || prediction.Version == intent.Model)
                && JsonNode.DeepEquals(prediction.Input, input);

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
