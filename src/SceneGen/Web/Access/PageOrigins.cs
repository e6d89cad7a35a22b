using Microsoft.Extensions.Options;
using SceneGen.Scenes.Links;
using SceneGen.Web.Http;

namespace SceneGen.Web.Access;

/// <summary>Tells the service's own pages from those of other origins, as browsers say where a request comes from.</summary>
internal sealed class PageOrigins(IOptions<HttpOptions> http)
{
    private readonly string? _publicOrigin = WebAddress.Of(http.Value.PublicUrl)?.Origin;

    public bool IsOwn(string origin, HttpRequest request)
        => origin.Equals($"{request.Scheme}://{SentHost.Of(request)}", StringComparison.OrdinalIgnoreCase)
            || origin.Equals(_publicOrigin, StringComparison.OrdinalIgnoreCase);

    /// <summary>A page of another origin asks; not its reader, who follows a link to a page of this one.</summary>
    public bool IsForeign(HttpRequest request, AccessNeed need)
        => request.Headers.Origin.ToString() is { Length: > 0 } origin
            ? !IsOwn(origin, request)
            : request.Headers["Sec-Fetch-Site"].ToString() is "cross-site" or "same-site"
                && !(need is AccessNeed.OpsPage && request.Headers["Sec-Fetch-Mode"] == "navigate");
}
