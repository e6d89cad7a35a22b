using Microsoft.Extensions.Options;
using SceneGen.Assets.Fetching.Judging;

namespace SceneGen.Assets.Fetching;

// Judges what needs no DNS; what a name resolves to is judged when the picture is fetched.
public sealed class AvatarUrlPolicy
{
    private readonly HostList _trusted;
    private readonly HostList _allowed;
    private readonly UrlRules _rules;

    public AvatarUrlPolicy(IOptions<FetchingOptions> fetching, IOptions<AvatarOptions> avatars)
    {
        _trusted = HostList.ParseTrusted(fetching.Value.TrustedHosts);
        _allowed = HostList.Parse(avatars.Value.Hosts);
        _rules = new UrlRules(_trusted, "avatar", "send an https URL of a picture");
    }

    public string? Refuse(string? url) => _rules.Refuse(url) ?? RefuseUnlisted(new Uri(url!));

    private string? RefuseUnlisted(Uri uri) =>
        _allowed.IsEmpty || _allowed.Matches(uri, _trusted)
            ? null
            : _rules.Sentence(
                $"names the host {uri.IdnHost}, which is not allowed", "send a URL on an allowed host");
}
