using System.Text.Json.Nodes;
using SceneGen.Simulator.Replicate.Predictions;

namespace SceneGen.Simulator.Replicate.History;

/// <summary>A prediction as it was created, or as it stood when the journal was begun.</summary>
internal sealed record PredictionRecord : ProviderEvent
{
    public required string Id { get; init; }

    /// <summary>The unguessable part of the output's URL.</summary>
    public required string DeliveryKey { get; init; }

    public required string Model { get; init; }

    /// <summary>The version that was asked for; null where an official model was, by its name.</summary>
    public string? Version { get; init; }

    public required JsonObject Input { get; init; }

    public string? Webhook { get; init; }

    public JsonArray? WebhookEvents { get; init; }

    /// <summary>What is wrong with its webhooks.</summary>
    public string? WebhookFault { get; init; }

    public TimeSpan? WebhookDelay { get; init; }

    /// <summary>Where its creator found the provider, for the addresses in webhooks.</summary>
    public string? UrlBase { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset StartsAt { get; init; }

    /// <summary>The end, unless the work takes longer.</summary>
    public required DateTimeOffset EndsAt { get; init; }

    public DateTimeOffset? Deadline { get; init; }

    /// <summary>The word of the fault that decides how the work ends.</summary>
    public string? Fault { get; init; }

    /// <summary>The word of the fault that kept the answer from the caller.</summary>
    public string? HttpFault { get; init; }

    public DateTimeOffset? CanceledAt { get; init; }

    public PredictionOutcome? Outcome { get; init; }

    public int Gets { get; init; }
}
