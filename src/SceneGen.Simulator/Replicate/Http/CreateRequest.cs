using System.Text.Json;
using System.Text.Json.Nodes;
using SceneGen.Simulator.Replicate.Models;
using SceneGen.Simulator.Replicate.Predictions;

namespace SceneGen.Simulator.Replicate.Http;

/// <summary>Reads and judges the body of a creation.</summary>
internal static class CreateRequest
{
    private static readonly string[] KnownKeys = ["input", "webhook", "webhook_events_filter", "stream"];
    private static readonly string[] Events = ["start", "output", "logs", "completed"];

    public static async Task<JsonObject?> ReadAsync(HttpRequest request)
    {
        try
        {
            return await JsonNode.ParseAsync(request.Body, cancellationToken: request.HttpContext.RequestAborted)
                as JsonObject;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    public static IReadOnlyList<InvalidField> Check(JsonObject body, FakeModel model, bool allowVersion)
    {
        var faults = body
            .Where(pair => !KnownKeys.Contains(pair.Key, StringComparer.Ordinal)
                && !(allowVersion && pair.Key == "version"))
            .Select(pair => new InvalidField(
                "additional_property_not_allowed", "", $"Additional property {pair.Key} is not allowed"))
            .ToList();
        if (body["input"] is not JsonObject input)
        {
            faults.Add(new InvalidField("required", "", "input is required"));
            return faults;
        }

        faults.AddRange(model.Check(input));
        if (body["webhook"] is { } webhook && !IsAddress(webhook))
        {
            faults.Add(new InvalidField("format", "webhook", "Does not match format 'uri'"));
        }

        if (body["webhook_events_filter"] is { } filter && !IsFilter(filter))
        {
            faults.Add(new InvalidField(
                "enum", "webhook_events_filter", $"must be some of the following: {string.Join(", ", Events)}"));
        }

        return faults;
    }

    public static PredictionRequest ToPrediction(
        JsonObject body, FakeModel model, string? version, string urlBase, TimeSpan? cancelAfter)
    {
        return new PredictionRequest
        {
            Model = model,
            Version = version,
            UrlBase = urlBase,
            Input = body["input"]!.AsObject(),
            Webhook = body["webhook"]?.GetValue<string>(),
            WebhookEvents = body["webhook_events_filter"] as JsonArray,
            CancelAfter = cancelAfter,
        };
    }

    private static bool IsAddress(JsonNode webhook)
    {
        return webhook.GetValueKind() == JsonValueKind.String
            && Uri.TryCreate(webhook.GetValue<string>(), UriKind.Absolute, out var address)
            && address.Scheme is "https" or "http";
    }

    private static bool IsFilter(JsonNode filter)
    {
        return filter is JsonArray names && names.All(name =>
            name?.GetValueKind() == JsonValueKind.String
            && Events.Contains(name.GetValue<string>(), StringComparer.Ordinal));
    }
}
