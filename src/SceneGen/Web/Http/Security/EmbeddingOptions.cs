using System.ComponentModel.DataAnnotations;
using System.Text;

namespace SceneGen.Web.Http.Security;

/// <summary>Section <c>Embedding</c>: which other pages may show scenes.</summary>
public sealed class EmbeddingOptions : IValidatableObject
{
    /// <summary>Origins such as <c>https://app.example.org</c>, whose pages may load the components, call the API with a token, and frame the page. Default empty.</summary>
    public IReadOnlyList<string> Origins { get; set; } = [];

    /// <inheritdoc />
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Origins.Any(origin => !IsOrigin(origin)))
        {
            yield return new ValidationResult(
                "write origins as browsers send them, such as https://app.example.org: scheme, host in lower case (an "
                + "international name in Punycode, xn--…) and, where it is not the usual one, port; no path, no wildcard",
                [nameof(Origins)]);
        }
    }

    private static bool IsOrigin(string text)
        => Uri.TryCreate(text, UriKind.Absolute, out var url)
            && url.Scheme is "http" or "https"
            && url.GetLeftPart(UriPartial.Authority) == text
            && Ascii.IsValid(text)
            && url.UserInfo.Length == 0
            && !text.Contains('*', StringComparison.Ordinal);
}
