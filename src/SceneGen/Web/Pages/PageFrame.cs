using Microsoft.Extensions.Options;
using SceneGen.Assets.Fetching;
using SceneGen.Scenes.Links;

namespace SceneGen.Web.Pages;

/// <summary>What the settings mean for the user's page: how pictures are shared, whose avatars it may show.</summary>
internal sealed class PageFrame(IOptions<PictureLinkOptions> links, IOptions<AvatarOptions> avatars)
{
    private const string OwnPictures = "img-src 'self' data:";

    public string Sharing { get; } = links.Value.Links.ToString().ToLowerInvariant();

    /// <summary>
    /// As a content policy writes them. A page that showed avatars of any host would tell that host who looks at it,
    /// and when.
    /// </summary>
    public string AvatarSources { get; } = string.Join(' ', avatars.Value.Hosts.Select(SourceOf).OfType<string>());

    public string PolicyFrom(string policy)
        => AvatarSources.Length == 0
            ? policy
            : policy.Replace(OwnPictures, $"{OwnPictures} {AvatarSources}", StringComparison.Ordinal);

    private static string? SourceOf(string entry)
    {
        const string Below = "*.";
        var below = entry.StartsWith(Below, StringComparison.Ordinal) ? Below : "";
        return Uri.TryCreate($"https://{entry[below.Length..]}", UriKind.Absolute, out var url)
            && url.HostNameType is UriHostNameType.Dns or UriHostNameType.IPv4
            ? $"https://{below}{url.IdnHost}{(url.IsDefaultPort ? "" : $":{url.Port}")}"
            : null;
    }
}
