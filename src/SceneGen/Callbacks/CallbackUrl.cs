using SceneGen.Assets.Fetching;
using SceneGen.Assets.Fetching.Judging;

namespace SceneGen.Callbacks;

/// <summary>An address that the service is to post to, as far as it can be judged without DNS.</summary>
internal static class CallbackUrl
{
    public static UrlRules Rules(FetchingOptions fetching)
        => new(HostList.ParseTrusted(fetching.TrustedHosts), "callback", "send an https URL that takes posts");

    /// <summary>An absolute http or https URL without credentials.</summary>
    public static bool IsOne(string text)
        => Uri.TryCreate(text, UriKind.Absolute, out var url)
            && (url.Scheme == Uri.UriSchemeHttps || url.Scheme == Uri.UriSchemeHttp)
            && url.UserInfo.Length == 0;

    /// <summary>Also when there is none, or none that can be read: that is another fault.</summary>
    public static bool IsAllowed(string text, FetchingOptions fetching)
        => !IsOne(text) || Rules(fetching).Refuse(text) is null;
}
