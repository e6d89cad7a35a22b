using System.ComponentModel.DataAnnotations;

namespace SceneGen.Scenes.Links;

/// <summary>Section <c>Http</c>: how the service is seen from outside.</summary>
public sealed class HttpOptions : IValidatableObject
{
    /// <summary>The address users and other services reach it by, such as <c>https://scenes.example.org</c>. Default empty: links are relative.</summary>
    public string PublicUrl { get; set; } = "";

    /// <inheritdoc />
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (PublicUrl.Length > 0
            && !(Uri.TryCreate(PublicUrl, UriKind.Absolute, out var url) && url.Scheme is "http" or "https"))
        {
            yield return new ValidationResult(
                "write an absolute address such as https://scenes.example.org, or leave it empty", [nameof(PublicUrl)]);
        }
    }
}
