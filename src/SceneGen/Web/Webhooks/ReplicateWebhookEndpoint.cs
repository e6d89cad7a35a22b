using System.Text.Json;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Http.Metadata;
using SceneGen.Generation.Hints;
using SceneGen.Observability.Metrics;
using SceneGen.Replicate;
using SceneGen.Replicate.Webhooks;
using SceneGen.Web.Http;
using SceneGen.Web.Http.Words;

namespace SceneGen.Web.Webhooks;

/// <summary>Where the provider reports that a prediction has ended.</summary>
internal static partial class ReplicateWebhookEndpoint
{
    private const int LargestBody = 1024 * 1024;

    public static void MapReplicateWebhooks(this IEndpointRouteBuilder routes)
        => routes.MapPost("/webhooks/replicate/{token}", TakeAsync).WithMetadata(new BodyLimit());

    private static async Task<Results<NoContent, ProblemHttpResult>> TakeAsync(
        string token,
        HttpContext context,
        WebhookVerifier verifier,
        PredictionHints hints,
        ProviderMeter meter,
        ILogger<PredictionHints> logger)
    {
        var stop = context.RequestAborted;
        var webhook = await ReadAsync(context.Request, stop);
        try
        {
            if (!await verifier.IsGenuineAsync(webhook, stop))
            {
                meter.Webhook(verifier.IsRecent(webhook) ? "forged" : "stale");
                return Refuse("The webhook's signature is not the provider's, or it is more than five minutes old.");
            }
        }
        catch (ReplicateException error)
        {
            Log.NoSecret(logger, error);
            meter.Webhook("unjudged");
            context.Response.Headers.RetryAfter = "5";
            return Problems.Of(
                StatusCodes.Status503ServiceUnavailable, ProblemCodes.SecretUnavailable,
                "The provider's secret could not be fetched; send the webhook again.");
        }

        if (PredictionIn(webhook.Body) is not { } predictionId)
        {
            meter.Webhook("unreadable");
            return Problems.Of(StatusCodes.Status400BadRequest, ProblemCodes.InvalidJson, "The body is no prediction.");
        }

        var hint = await hints.TakeAsync(webhook.Id, token, predictionId, stop);
        meter.Webhook(WordOf(hint));
        return hint is Hint.Foreign
            ? Refuse("This address was made for another prediction.")
            : TypedResults.NoContent();
    }

    private static string WordOf(Hint hint) => hint switch
    {
        Hint.Taken => "accepted",
        Hint.Repeated => "duplicate",
        Hint.Foreign => "foreign",
        _ => "useless",
    };

    private static ProblemHttpResult Refuse(string detail)
        => Problems.Of(StatusCodes.Status401Unauthorized, ProblemCodes.WebhookRefused, detail);

    private static async Task<SignedWebhook> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        // Signed is what came over the wire, and not what it means.
        using var body = new MemoryStream();
        await request.Body.CopyToAsync(body, cancellationToken);
        return new SignedWebhook(
            request.Headers["webhook-id"].ToString(),
            request.Headers["webhook-timestamp"].ToString(),
            request.Headers["webhook-signature"].ToString(),
            body.GetBuffer().AsMemory(0, (int)body.Length));
    }

    private static string? PredictionIn(ReadOnlyMemory<byte> body)
    {
        try
        {
            using var prediction = JsonDocument.Parse(body);
            return prediction.RootElement.ValueKind is JsonValueKind.Object
                && prediction.RootElement.TryGetProperty("id", out var id)
                && id.ValueKind is JsonValueKind.String ? id.GetString() : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private sealed class BodyLimit : IRequestSizeLimitMetadata
    {
        public long? MaxRequestBodySize => LargestBody;
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "A webhook could not be judged, for the provider's secret could not be fetched.")]
        public static partial void NoSecret(ILogger logger, Exception error);
    }
}
