using Microsoft.Extensions.Options;
using SceneGen.Assets.Avatars;
using SceneGen.Assets.Fetching;

namespace SceneGen.Generation.Avatars;

/// <summary>Which avatars the provider is given as files, for it cannot or shall not fetch them itself.</summary>
internal sealed class AvatarReach(IOptions<AvatarOptions> avatars, IOptions<FetchingOptions> fetching)
{
    private readonly HostList _trusted = HostList.ParseTrusted(fetching.Value.TrustedHosts);

    public bool NeedsFile(string avatarUrl) => avatars.Value.Upload switch
    {
        AvatarUpload.Always => true,
        AvatarUpload.Private => _trusted.Matches(new Uri(avatarUrl)),
        _ => false,
    };
}
