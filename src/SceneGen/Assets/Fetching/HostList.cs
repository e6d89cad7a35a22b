using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Text.RegularExpressions;
using SceneGen.Assets.Fetching.Judging;

namespace SceneGen.Assets.Fetching;

public sealed partial class HostList
{
    private const string Spellings = "host, *.host or host:port";

    private readonly IReadOnlyList<Pattern> _patterns;
    private readonly int? _impliedPort;

    private HostList(IEnumerable<string> entries, int? impliedPort)
    {
        _patterns = [.. entries.Select(entry => Read(entry) ?? throw Wrong(entry))];
        _impliedPort = impliedPort;
    }

    public static HostList Empty { get; } = Parse([]);

    public bool IsEmpty => _patterns.Count == 0;

    public static HostList Parse(IEnumerable<string> entries) => new(entries, UrlRules.HttpsPort);

    public static HostList ParseTrusted(IEnumerable<string> entries) => new(entries, impliedPort: null);

    public static IEnumerable<ValidationResult> Check(IEnumerable<string> entries, string property) =>
        entries.Where(entry => Read(entry) is null).Take(1)
            .Select(_ => new ValidationResult($"write each entry as {Spellings}", [property]));

    public bool Matches(Uri uri) => Matches(uri, _impliedPort);

    // An entry without a port means any port of a host that is trusted.
    public bool Matches(Uri uri, HostList trusted) => Matches(uri, trusted.Matches(uri) ? null : _impliedPort);

    private static FormatException Wrong(string entry) => new($"'{entry}' names no host: write {Spellings}.");

    private static string Canonical(Uri uri) => uri.IdnHost.TrimEnd('.').ToLowerInvariant();

    private static Pattern? Read(string entry)
    {
        var spelling = Spelling().Match(entry);
        var url = $"https://{spelling.Groups["host"].Value}/";
        if (!spelling.Success || !Uri.TryCreate(url, UriKind.Absolute, out var uri))
        {
            return null;
        }

        var port = spelling.Groups["port"];
        var pattern = new Pattern(
            Canonical(uri),
            spelling.Groups["below"].Success,
            port.Success ? int.Parse(port.Value, CultureInfo.InvariantCulture) : null);
        return pattern.Port is not (0 or > ushort.MaxValue) && Names(uri.HostNameType, pattern.Below) ? pattern : null;
    }

    private static bool Names(UriHostNameType type, bool below) =>
        type is UriHostNameType.Dns || (!below && type is UriHostNameType.IPv4 or UriHostNameType.IPv6);

    private bool Matches(Uri uri, int? impliedPort)
    {
        var host = Canonical(uri);
        return _patterns.Any(pattern => pattern.Matches(host) && (pattern.Port ?? impliedPort ?? uri.Port) == uri.Port);
    }

    [GeneratedRegex(
        """\A(?<below>\*\.)?(?<host>\[[0-9a-fA-F:.]+\]|[^\s:/?#@%*\\\[\]]+)(?::(?<port>[0-9]{1,5}))?\z""",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex Spelling();

    private sealed record Pattern(string Host, bool Below, int? Port)
    {
        public bool Matches(string host) =>
            Below ? host.EndsWith("." + Host, StringComparison.Ordinal) : host == Host;
    }
}
