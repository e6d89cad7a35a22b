using SceneGen.Assets.Fetching.Judging;

namespace SceneGen.Assets.Fetching.Transfer;

// Every hop is judged by its name here, and by its address when it is connected to.
internal sealed class HopRules(HostList trusted)
{
    public void Check(Uri uri, HostList allowed)
    {
        var isTrusted = trusted.Matches(uri);
        if (uri.Scheme != Uri.UriSchemeHttps && !(isTrusted && uri.Scheme == Uri.UriSchemeHttp))
        {
            throw Refuse(uri, "is not https");
        }

        if (uri.UserInfo.Length > 0)
        {
            throw Refuse(uri, "holds a user name or password");
        }

        if (!(allowed.IsEmpty ? isTrusted || uri.Port == UrlRules.HttpsPort : allowed.Matches(uri, trusted)))
        {
            throw Refuse(uri, "is on a host or port that is not allowed");
        }
    }

    private static FetchException Refuse(Uri uri, string what) => FetchException.About(uri, FetchFailure.Refused, what);
}
