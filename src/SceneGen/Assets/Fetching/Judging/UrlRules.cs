using System.Globalization;
using System.Net;

namespace SceneGen.Assets.Fetching.Judging;

/// <summary>What of a stranger's address needs no DNS to be judged; what a name resolves to is judged when it is connected to.</summary>
/// <param name="trusted">Hosts that may be plain http, private and on any port.</param>
/// <param name="subject">What the sentences speak of.</param>
/// <param name="wanted">What is to be sent instead of something else.</param>
internal sealed class UrlRules(HostList trusted, string subject, string wanted)
{
    /// <summary>The one port on which a host is reached that nobody has to trust.</summary>
    public const int HttpsPort = 443;

    private const int LongestUrl = 2048;
    private const string SendPublic = "send an https URL on a public host";

    private static readonly string[] PrivateSuffixes =
        [".localhost", ".local", ".localdomain", ".internal", ".intranet", ".lan", ".home.arpa"];

    /// <summary>Null for one that may be connected to.</summary>
    public string? Refuse(string? url)
    {
        if (string.IsNullOrEmpty(url))
        {
            return Sentence("is missing", wanted);
        }

        if (url.Length > LongestUrl)
        {
            var longest = LongestUrl.ToString("N0", CultureInfo.InvariantCulture);
            return Sentence($"is longer than {longest} characters", "send a shorter one");
        }

        // A backslash is a slash to some readers of URLs and a letter to others.
        if (url.Any(letter => char.IsControl(letter) || char.IsWhiteSpace(letter) || letter == '\\'))
        {
            return Sentence("holds a space, a control character or a backslash", "send it percent-encoded");
        }

        return Authority(url) is { } authority && Uri.TryCreate(url, UriKind.Absolute, out var uri)
            ? RefuseAuthority(authority, uri) ?? RefuseUntrusted(uri)
            : Sentence("is not an https URL", wanted);
    }

    public static bool IsPrivate(Uri uri)
    {
        if (IPAddress.TryParse(uri.IdnHost, out var address))
        {
            return !PublicAddress.IsPublic(address);
        }

        var name = "." + uri.IdnHost.TrimEnd('.');
        return name.LastIndexOf('.') == 0
            || PrivateSuffixes.Any(suffix => name.EndsWith(suffix, StringComparison.OrdinalIgnoreCase));
    }

    public string Sentence(string wrong, string mend) => $"The {subject} URL {wrong}: {mend}.";

    private static string? Authority(string url)
    {
        var start = url.IndexOf("://", StringComparison.Ordinal);
        if (start < 0 || url[..start].ToLowerInvariant() is not ("https" or "http"))
        {
            return null;
        }

        var authority = url[(start + 3)..];
        var end = authority.IndexOfAny(['/', '?', '#']);
        return end < 0 ? authority : authority[..end];
    }

    private string? RefuseAuthority(string authority, Uri uri)
    {
        if (authority.Contains('@', StringComparison.Ordinal))
        {
            return Sentence("holds a user name or password", "send one that needs none");
        }

        return IsPlainlySpelled(authority, uri)
            ? null
            : Sentence("spells its host in an unusual way", "write a plain ASCII name or address");
    }

    // Uri reads 0x7f.1, 0177.1 and 2130706433 as 127.0.0.1, and unescapes %6c: such a host is not what it reads as.
    private static bool IsPlainlySpelled(string authority, Uri uri)
    {
        if (uri.HostNameType is UriHostNameType.IPv6)
        {
            return !authority.Contains('%', StringComparison.Ordinal);
        }

        var port = authority.IndexOf(':', StringComparison.Ordinal);
        var host = port < 0 ? authority : authority[..port];
        return uri.HostNameType is UriHostNameType.Dns or UriHostNameType.IPv4
            && host.Equals(uri.IdnHost, StringComparison.OrdinalIgnoreCase)
            && (uri.HostNameType is UriHostNameType.IPv4 || !EndsInNumber(host));
    }

    // No top-level domain is a number: such a name is meant to be taken for an address.
    private static bool EndsInNumber(string host)
    {
        var last = host.TrimEnd('.').Split('.')[^1];
        return last.All(char.IsAsciiDigit)
            || (last.StartsWith("0x", StringComparison.OrdinalIgnoreCase) && last[2..].All(char.IsAsciiHexDigit));
    }

    private string? RefuseUntrusted(Uri uri) => uri switch
    {
        _ when trusted.Matches(uri) => null,
        _ when uri.Scheme != Uri.UriSchemeHttps => Sentence("is plain http", wanted),
        { Port: not HttpsPort } => Sentence($"names port {uri.Port}", $"send an https URL on port {HttpsPort}"),
        _ when IsPrivate(uri) => Sentence("names a host that is not public", SendPublic),
        _ => null,
    };
}
