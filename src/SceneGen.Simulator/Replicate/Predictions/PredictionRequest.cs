using System.Text.Json.Nodes;
using SceneGen.Simulator.Replicate.Models;

namespace SceneGen.Simulator.Replicate.Predictions;

/// <summary>A creation that passed validation.</summary>
internal sealed record PredictionRequest
{
    public required FakeModel Model { get; init; }

    public string? Version { get; init; }

    public required string UrlBase { get; init; }

    public required JsonObject Input { get; init; }

    public string? Webhook { get; init; }

    public JsonArray? WebhookEvents { get; init; }

    public TimeSpan? CancelAfter { get; init; }

    public PictureOrder ReadOrder()
    {
        return Model.Read(Input);
    }
}
