namespace SceneGen.FunctionalTests.Infrastructure;

/// <summary>The embedded run when the provider reports by itself: without a report, nobody looks for an hour.</summary>
public sealed class EmbeddedWithWebhooks() : Embedded(
    ("Replicate__WebhookBaseUrl", "https://scenes.example.org/"),
    ("Replicate__WebhookSecret", WebhookSender.Secret),
    ("Polling__WebhookGrace", "1h"))
{
    public WebhookSender Provider => new(Process.Http);
}
