using System.ComponentModel.DataAnnotations;

namespace SceneGen.Replicate;

/// <summary>Section <c>Replicate</c>: the provider's account and address.</summary>
public sealed class ReplicateOptions : IValidatableObject
{
    /// <summary>The account's API token. Required; also taken from <c>REPLICATE_API_TOKEN</c>.</summary>
    public string ApiToken { get; set; } = "";

    /// <summary>Where the API is. Default <c>https://api.replicate.com/v1</c>; http only on loopback.</summary>
    public string BaseUrl { get; set; } = "https://api.replicate.com/v1";

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

        if (!Uri.TryCreate(BaseUrl, UriKind.Absolute, out var url)
            || !(url.Scheme == "https" || (url.Scheme == "http" && url.IsLoopback)))
        {
            yield return new ValidationResult(
                "write an https address such as https://api.replicate.com/v1; http is for loopback only",
                [nameof(BaseUrl)]);
        }
    }
}
