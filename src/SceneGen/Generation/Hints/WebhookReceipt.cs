namespace SceneGen.Generation.Hints;

/// <summary>A webhook that was taken in, kept so that the same one again does nothing.</summary>
public sealed class WebhookReceipt
{
    /// <summary>The provider's own id of the webhook.</summary>
    public string WebhookId { get; set; } = "";

    /// <summary>When it came, UTC.</summary>
    public DateTimeOffset ReceivedAt { get; set; }
}
