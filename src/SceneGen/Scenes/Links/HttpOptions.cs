using System.ComponentModel.DataAnnotations;
using System.Net;
using SceneGen.Settings;

namespace SceneGen.Scenes.Links;

/// <summary>Section <c>Http</c>: how the service is seen from outside.</summary>
public sealed class HttpOptions : IValidatableObject
{
    /// <summary>The address users and other services reach it by, such as <c>https://scenes.example.org</c>. Default empty: links are relative.</summary>
    public string PublicUrl { get; set; } = "";

    /// <summary>Addresses (<c>10.0.0.5</c>) or networks (<c>10.0.0.0/24</c>) of proxies that are believed about whose request they pass on, and how it came. Default empty: nobody.</summary>
    public IReadOnlyList<string> TrustedProxies { get; set; } = [];

    /// <summary>How long a request may take that is not meant to wait. Default 60s; 1s to 10m.</summary>
    [DurationRange("1s", "10m")]
    public TimeSpan RequestTime { get; set; } = TimeSpan.FromSeconds(60);

    /// <summary>How many connections are held open at once; one more is closed at once. Default 10,000; 100 to 1,000,000.</summary>
    [Range(100, 1_000_000)]
    public int MaxConnections { get; set; } = 10_000;

    /// <summary>An address alone is a network of one; null where the text is neither.</summary>
    internal static IPNetwork? NetworkOf(string text)
        => IPAddress.TryParse(text, out var address) ? new IPNetwork(address, address.GetAddressBytes().Length * 8)
            : IPNetwork.TryParse(text, out var network) ? network
            : null;

    /// <inheritdoc />
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (PublicUrl.Length > 0
            && !(Uri.TryCreate(PublicUrl, UriKind.Absolute, out var url) && url.Scheme is "http" or "https"))
        {
            yield return new ValidationResult(
                "write an absolute address such as https://scenes.example.org, or leave it empty", [nameof(PublicUrl)]);
        }

        if (TrustedProxies.Any(proxy => NetworkOf(proxy) is null))
        {
            yield return new ValidationResult(
                "write addresses such as 10.0.0.5, or networks such as 10.0.0.0/24", [nameof(TrustedProxies)]);
        }
    }
}
