namespace SceneGen.Simulator.Replicate.Webhooks;

/// <summary>One event as it is sent; its id stays the same however often that is.</summary>
internal sealed record WebhookMessage
{
    public required string Id { get; init; }

    public required string Prediction { get; init; }

    public required string Url { get; init; }

    public required byte[] Body { get; init; }

    /// <summary>The last one of its prediction, and the only one that is tried again.</summary>
    public required bool IsFinal { get; init; }

    public required WebhookFault Fault { get; init; }

    public required TimeSpan? Delay { get; init; }
}
