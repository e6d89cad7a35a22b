using System.ComponentModel.DataAnnotations;

namespace SceneGen.Replicate;

/// <summary>Section <c>Replicate</c>: the provider's account and address.</summary>
public sealed class ReplicateOptions : IValidatableObject
{
    /// <summary>The account's API token. Required; also taken from <c>REPLICATE_API_TOKEN</c>.</summary>
    public string ApiToken { get; set; } = "";

    /// <summary>Where the API is. Default <c>https://api.replicate.com/v1</c>; http only on loopback.</summary>
    public string BaseUrl { get; set; } = "https://api.replicate.com/v1";

    /// <summary>
    /// The service's own address as the provider reaches it, such as <c>https://scenes.example.org</c>; the end of each
    /// prediction is then reported to <c>/webhooks/replicate/</c> there. https, or http on loopback. Default empty: the
    /// provider is only asked.
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

        if (!IsSafe(BaseUrl))
        {
            yield return new ValidationResult(
                "write an https address such as https://api.replicate.com/v1; http is for loopback only",
                [nameof(BaseUrl)]);
        }

        if (WebhookBaseUrl.Length > 0 && !IsSafe(WebhookBaseUrl))
        {
            yield return new ValidationResult(
                "write the https address at which the provider reaches this service, such as https://scenes.example.org; "
                + "http is for loopback only",
                [nameof(WebhookBaseUrl)]);
        }

        if (WebhookSecret.Length > 0 && !Webhooks.WebhookSignature.IsSecret(WebhookSecret))
        {
            // The value itself is left out: it may be a secret with a slip in it.
            yield return new ValidationResult(
                "Replicate:WebhookSecret is no webhook secret: copy it whole, from whsec_ on, or leave it out.");
        }
    }

    private static bool IsSafe(string address)
        => Uri.TryCreate(address, UriKind.Absolute, out var url)
            && (url.Scheme == "https" || (url.Scheme == "http" && url.IsLoopback));
}
