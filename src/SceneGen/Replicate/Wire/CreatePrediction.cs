using System.Text.Json.Nodes;

namespace SceneGen.Replicate.Wire;

/// <summary>The body of a creation.</summary>
public sealed record CreatePrediction
{
    /// <summary>An official model as <c>owner/name</c>, or a version of 64 hex digits.</summary>
    public required string Version { get; init; }

    public required JsonObject Input { get; init; }

    /// <summary>Where the provider shall report; null: nowhere.</summary>
    public string? Webhook { get; init; }

    /// <summary>What of; null with no webhook.</summary>
    public IReadOnlyList<string>? WebhookEventsFilter { get; init; }
}
