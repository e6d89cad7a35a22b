using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using SceneGen.Simulator.Replicate.Predictions;

namespace SceneGen.Simulator.Replicate.Http.Bodies;

/// <summary>The prediction as the provider's API shows it.</summary>
internal sealed record PredictionBody
{
    public required string Id { get; init; }

    public required string Model { get; init; }

    public required string Version { get; init; }

    public required JsonObject Input { get; init; }

    public required string Logs { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public JsonNode? Output { get; init; }

    public required bool DataRemoved { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public required string? Error { get; init; }

    public string Source { get; } = "api";

    public required string Status { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset? StartedAt { get; init; }

    public DateTimeOffset? CompletedAt { get; init; }

    public DateTimeOffset? Deadline { get; init; }

    public PredictionMetrics? Metrics { get; init; }

    public string? Webhook { get; init; }

    public JsonArray? WebhookEventsFilter { get; init; }

    public required PredictionUrls Urls { get; init; }

    public static PredictionBody Of(
        FakePrediction prediction, PredictionSnapshot snapshot, bool removed, string urlBase)
    {
        var order = prediction.Order;
        return new PredictionBody
        {
            Id = prediction.Id,
            Model = prediction.Model.Name,
            Version = prediction.Record.Version ?? "hidden",
            Input = removed ? [] : prediction.Record.Input,
            Logs = removed || snapshot.StartedAt is null
                ? ""
                : $"Using seed: {order.Seed ?? 0}\nGenerating {order.Width}x{order.Height} image\n",
            DataRemoved = removed,
            Error = snapshot.Error,
            Status = snapshot.Status,
            CreatedAt = prediction.CreatedAt,
            StartedAt = snapshot.StartedAt,
            CompletedAt = snapshot.EndedAt,
            Deadline = prediction.Deadline,
            Metrics = PredictionMetrics.Of(prediction, snapshot),
            Webhook = prediction.Record.Webhook,
            WebhookEventsFilter = prediction.Record.WebhookEvents,
            Urls = PredictionUrls.Of(prediction, urlBase),
        };
    }
}
