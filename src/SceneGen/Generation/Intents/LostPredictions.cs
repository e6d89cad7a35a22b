using System.Text.Json.Nodes;
using SceneGen.Generation.Polling;
using SceneGen.Generation.Traffic;
using SceneGen.Generation.Traffic.Pacing;
using SceneGen.Observability;
using SceneGen.Replicate;
using SceneGen.Replicate.Webhooks;
using SceneGen.Replicate.Wire;
using SceneGen.Scenes.Timeline;

namespace SceneGen.Generation.Intents;

/// <summary>Looks for the prediction of a paid call whose answer was lost, so that nothing is bought twice.</summary>
internal sealed partial class LostPredictions(
    PredictionPages pages,
    GenerationIntents intents,
    ProviderTraffic traffic,
    Chronicle chronicle,
    TimeProvider time,
    ILogger<LostPredictions> logger)
{
    private static readonly TimeSpan Before = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan After = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan BetweenListings = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan UntilListed = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(2);

    /// <summary>For the holder of the lease. What is not found is noted, until that is sure.</summary>
    public async Task<LostPrediction> SearchAsync(
        GenerationIntent intent, Ticket ticket, CancellationToken cancellationToken)
    {
        using var reading = await traffic.EnterAsync(new ProviderCall(ticket), cancellationToken);
        if (reading.Permit is not { } permit)
        {
            var untilFree = intents.UntilFree(intent);
            return new LostPrediction.Undecided(reading.Wait > untilFree ? reading.Wait : untilFree, reading.Stop);
        }

        // Judged before it begins: a slow listing shows what was there when it was asked for.
        var settles = ListingSettles(intent);
        try
        {
            if (await FindAsync(intent, permit, cancellationToken) is { } found)
            {
                return new LostPrediction.Found(found);
            }
        }
        catch (ReplicateException error)
        {
            Log.ListingFailed(logger, intent.SceneId, error);
            return new LostPrediction.Undecided(intents.UntilFree(intent) + Soon);
        }

        if (settles)
        {
            return new LostPrediction.Absent();
        }

        await intents.RecordMissAsync(intent, cancellationToken);
        return new LostPrediction.Undecided(BetweenListings);
    }

    /// <summary>The intent with its prediction, once that is claimed; null when no listed one is ours.</summary>
    private async Task<GenerationIntent?> FindAsync(
        GenerationIntent intent, TrafficPermit permit, CancellationToken cancellationToken)
    {
        var (begun, facts) = (chronicle.Begin(), new TimelineFacts { Model = intent.Model });
        try
        {
            GenerationIntent? found = null;
            await pages.ReadAsync(
                permit,
                (intent.AskedAt - Before, intent.AskedAt + After),
                async page => (found = await ClaimOneAsync(page, intent, cancellationToken)) is not null,
                cancellationToken);
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

    /// <summary>Two scenes may ask for the very same picture; each claims one of them.</summary>
    private async Task<GenerationIntent?> ClaimOneAsync(
        IEnumerable<Prediction> page, GenerationIntent intent, CancellationToken cancellationToken)
    {
        var input = JsonNode.Parse(intent.Input);
        foreach (var prediction in page.Where(one => IsOurs(one, intent, input)))
        {
            if (await intents.RecordPredictionAsync(intent, prediction, cancellationToken) is { } found)
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
    private bool ListingSettles(GenerationIntent intent)
    {
        var now = time.GetUtcNow();
        return now - intent.MissedAt >= BetweenListings && now - intent.UnansweredAt >= UntilListed;
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "Scene {SceneId}: the provider's predictions could not be listed.")]
        public static partial void ListingFailed(ILogger logger, Guid sceneId, Exception error);
    }
}
