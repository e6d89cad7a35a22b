using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.Extensions.Options;
using SceneGen.Scenes.Links;

namespace SceneGen.Web.Http.Security;

/// <summary>Who is believed about whose request it passes on, and that it came by https.</summary>
internal static class TrustedProxies
{
    public static void Set(ForwardedHeadersOptions forwarding, IOptions<HttpOptions> http)
    {
        forwarding.KnownProxies.Clear();
        forwarding.KnownIPNetworks.Clear();
        foreach (var proxy in http.Value.TrustedProxies)
        {
            forwarding.KnownIPNetworks.Add(HttpOptions.NetworkOf(proxy)!.Value);
        }

        // Without anybody to believe ASP.NET would believe everybody.
        forwarding.ForwardedHeaders = http.Value.TrustedProxies.Count == 0
            ? ForwardedHeaders.None
            : ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto;
        forwarding.ForwardLimit = null;
    }
}
