using System.ComponentModel.DataAnnotations;

namespace SceneGen.Replicate;

/// <summary>Section <c>Replicate</c>: the provider's account and address.</summary>
public sealed class ReplicateOptions : IValidatableObject
{
    /// <summary>The account's API token. Required; also taken from <c>REPLICATE_API_TOKEN</c>.</summary>
    public string ApiToken { get; set; } = "";

    /// <summary>
    /// Where the API is. Default <c>https://api.replicate.com/v1</c>; http only on loopback and on hosts of
    /// <c>Fetching:TrustedHosts</c>.
    /// </summary>
    public string BaseUrl { get; set; } = "https://api.replicate.com/v1";

    /// <summary>
    /// The service's own address as the provider reaches it, such as <c>https://scenes.example.org</c>; the end of each
    /// prediction is then reported to <c>/webhooks/replicate/</c> there. https; http only on loopback and on hosts of
    /// <c>Fetching:TrustedHosts</c>. Default empty: the provider is only asked.
    /// </summary>
    public string WebhookBaseUrl { get; set; } = "";

    /// <summary>What the webhooks are signed with, <c>whsec_…</c>. Default empty: the provider is asked for it on first need.</summary>
    public string WebhookSecret { get; set; } = "";

    /// <summary>How many predictions all instances together create in a minute. Default 600; 1 to 1,000,000.</summary>
    [Range(1, 1_000_000)]
    public int CreatesPerMinute { get; set; } = 600;

    /// <summary>How many other calls all instances together make in a minute. Default 3000; 1 to 1,000,000.</summary>
    [Range(1, 1_000_000)]
    public int ReadsPerMinute { get; set; } = 3000;

    /// <inheritdoc />
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (string.IsNullOrWhiteSpace(ApiToken))
        {
            yield return new ValidationResult(
                "set REPLICATE_API_TOKEN to your Replicate API token, or start the simulator, which needs none: "
                + "dotnet run --project src/SceneGen.Simulator",
                [nameof(ApiToken)]);
        }

        if (WebhookSecret.Length > 0 && !Webhooks.WebhookSignature.IsSecret(WebhookSecret))
        {
            // The value itself is left out: it may be a secret with a slip in it.
            yield return new ValidationResult(
                "Replicate:WebhookSecret is no webhook secret: copy it whole, from whsec_ on, or leave it out.");
        }
    }
}
