using Microsoft.Extensions.Options;
using SceneGen.Scenes.Links;

namespace SceneGen.Web.Http.Security;

/// <summary>What every answer tells the browser that reads it; what an endpoint said itself stays.</summary>
internal sealed class SecurityHeaders(IOptions<EmbeddingOptions> embedding, IOptions<PictureLinkOptions> links) : IMiddleware
{
    private const string FrameNobody = "frame-ancestors 'none'";
    private const string Nothing = $"default-src 'none'; {FrameNobody}";

    private readonly string? _frames = embedding.Value.Origins.Count > 0
        ? $"frame-ancestors 'self' {string.Join(' ', embedding.Value.Origins)}"
        : null;

    public Task InvokeAsync(HttpContext context, RequestDelegate next)
    {
        context.Response.OnStarting(() =>
        {
            Set(context);
            return Task.CompletedTask;
        });
        return next(context);
    }

    private static bool Is(HttpContext context, string path)
        => context.Request.Path.StartsWithSegments(path, StringComparison.OrdinalIgnoreCase);

    private static bool IsJson(HttpResponse response)
        => response.ContentType?.Contains("json", StringComparison.OrdinalIgnoreCase) is true;

    private void Set(HttpContext context)
    {
        var (response, headers) = (context.Response, context.Response.Headers);
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = IsForOthers(context) ? "cross-origin" : "same-origin";
        if (headers.ContentSecurityPolicy.Count == 0)
        {
            headers.ContentSecurityPolicy = Nothing;
        }

        if (_frames is not null && (context.Request.Path == "/" || Is(context, "/scenes")))
        {
            headers.ContentSecurityPolicy = headers.ContentSecurityPolicy.ToString().Replace(FrameNobody, _frames, StringComparison.Ordinal);
        }
        else
        {
            headers.XFrameOptions = "DENY";
        }

        // A name of this machine is not one that browsers should remember as secure.
        if (context.Request.IsHttps && SentHost.Of(context.Request).Host is not ("localhost" or "127.0.0.1" or "[::1]"))
        {
            headers.StrictTransportSecurity = "max-age=31536000";
        }

        if (headers.SetCookie.Count > 0)
        {
            headers.CacheControl = "private, no-cache";
        }
        else if (headers.CacheControl.Count == 0 && IsJson(response) && !Is(context, "/api/themes") && !Is(context, "/openapi"))
        {
            headers.CacheControl = "no-store";
        }
    }

    /// <summary>A picture's link may stand in anybody's page, unless it is its session's alone.</summary>
    private bool IsForOthers(HttpContext context)
        => Is(context, "/assets") ? links.Value.Links is not LinkMode.Session
            : Is(context, "/api/themes") || (Is(context, "/ui") && _frames is not null);
}
