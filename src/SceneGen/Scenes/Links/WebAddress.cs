using System.Globalization;

namespace SceneGen.Scenes.Links;

/// <summary>An address in ASCII, as browsers send it and as it may stand in a header: international names in Punycode.</summary>
internal sealed record WebAddress
{
    private WebAddress(Uri url)
    {
        // Only there the other has no brackets.
        Host = url.HostNameType is UriHostNameType.IPv6 ? url.Host : url.IdnHost;
        Origin = string.Create(
            CultureInfo.InvariantCulture, $"{url.Scheme}://{Host}{(url.IsDefaultPort ? "" : $":{url.Port}")}");
        Text = Origin + url.AbsolutePath.TrimEnd('/');
        IsSecure = url.Scheme == Uri.UriSchemeHttps;
    }

    public string Host { get; }

    public string Origin { get; }

    /// <summary>All of it, without a slash at its end.</summary>
    public string Text { get; }

    public bool IsSecure { get; }

    /// <summary>Null for what is none.</summary>
    public static WebAddress? Of(string? text)
        => Uri.TryCreate(text, UriKind.Absolute, out var url) ? new WebAddress(url) : null;
}
