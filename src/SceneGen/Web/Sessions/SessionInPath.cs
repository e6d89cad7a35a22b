using Microsoft.AspNetCore.Http.Features;

namespace SceneGen.Web.Sessions;

/// <summary>
/// The session's id as the caller wrote it. The path that is routed by has lost which %2F was a slash and which the
/// characters themselves.
/// </summary>
internal static class SessionInPath
{
    private const int SlashesBefore = 3;

    /// <summary>Null where the address as it was sent is not simply the one that was routed by.</summary>
    public static string? Of(HttpContext http, string routed)
    {
        var sent = http.Features.Get<IHttpRequestFeature>()?.RawTarget ?? "";
        var path = sent.Split('?', 2)[0].Split('/', SlashesBefore + 1);
        if (path is not ["", _, _, { Length: > 0 } id])
        {
            return null;
        }

        return Uri.UnescapeDataString(id.Replace("%2F", "%252F", StringComparison.OrdinalIgnoreCase))
            .Equals(routed, StringComparison.OrdinalIgnoreCase)
            ? Uri.UnescapeDataString(id)
            : null;
    }
}
