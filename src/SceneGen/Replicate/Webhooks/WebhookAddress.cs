using Microsoft.Extensions.Options;

namespace SceneGen.Replicate.Webhooks;

/// <summary>Where the provider reports a prediction's end: an address that only this attempt's prediction was told.</summary>
internal sealed class WebhookAddress(IOptions<ReplicateOptions> options)
{
    private const string Path = "/webhooks/replicate/";

    public bool AreOn => options.Value.WebhookBaseUrl.Length > 0;

    /// <summary>Null when there are no webhooks, and polling is all.</summary>
    public string? Of(string token)
        => AreOn ? options.Value.WebhookBaseUrl.TrimEnd('/') + Path + token : null;

    /// <summary>The token in the address of a listed prediction, whatever the host; null when it is none of this service's.</summary>
    public static string? TokenIn(string webhook)
        => webhook.LastIndexOf(Path, StringComparison.Ordinal) is var at and >= 0 ? webhook[(at + Path.Length)..] : null;
}
