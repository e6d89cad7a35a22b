using Microsoft.Extensions.Options;
using SceneGen.Replicate;
using SceneGen.Scenes.Links;
using SceneGen.Web.Http.Words;

namespace SceneGen.Web.Http;

/// <summary>
/// As long as there are no API keys, only programs on this machine are served: not a page of a foreign origin in a
/// local browser, not a name that was made to point here, not what a proxy passes on.
/// </summary>
internal sealed class LocalCallers(IOptions<HttpOptions> http, IOptions<ReplicateOptions> replicate) : IMiddleware
{
    private const string Webhooks = "/webhooks";
    private readonly string? _webhookHost =
        Uri.TryCreate(replicate.Value.WebhookBaseUrl, UriKind.Absolute, out var url) ? url.Host : null;

    private readonly string? _publicHost =
        Uri.TryCreate(http.Value.PublicUrl, UriKind.Absolute, out var address) ? address.Host : null;

    public Task InvokeAsync(HttpContext context, RequestDelegate next)
    {
        var request = context.Request;
        if (!IsKnown(request.Host.Host) && !IsWebhook(request))
        {
            return RefuseAsync(context, StatusCodes.Status400BadRequest, ProblemCodes.HostUnknown,
                "The Host header names no name of this service; set Http:PublicUrl to the address it is reached by.");
        }

        if (IsForwarded(request))
        {
            return RefuseAsync(context, StatusCodes.Status401Unauthorized, ProblemCodes.KeyRequired);
        }

        return !HttpMethods.IsGet(request.Method) && !HttpMethods.IsHead(request.Method) && IsFromForeignPage(request)
            ? RefuseAsync(context, StatusCodes.Status403Forbidden, ProblemCodes.OriginRefused)
            : next(context);
    }

    private static bool IsForwarded(HttpRequest request)
        => !request.Path.StartsWithSegments(Webhooks, StringComparison.Ordinal)
            && request.Headers.Keys.Any(name => name.Equals("Forwarded", StringComparison.OrdinalIgnoreCase)
                || name.StartsWith("X-Forwarded-", StringComparison.OrdinalIgnoreCase));

    // Their sender proves itself by a signature.
    private bool IsWebhook(HttpRequest request)
        => request.Path.StartsWithSegments(Webhooks, StringComparison.Ordinal)
            && request.Host.Host.Equals(_webhookHost, StringComparison.OrdinalIgnoreCase);

    private static Task RefuseAsync(HttpContext context, int status, string code, string? detail = null)
        => Problems.Of(status, code, detail).ExecuteAsync(context);

    private static bool IsFromForeignPage(HttpRequest request)
        => request.Headers.Origin.ToString() is { Length: > 0 } origin
            && !(Uri.TryCreate(origin, UriKind.Absolute, out var page)
                && page.Authority.Equals(request.Host.Value, StringComparison.OrdinalIgnoreCase));

    private bool IsKnown(string host)
        => host is "127.0.0.1" or "[::1]" or "::1"
            || host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
            || host.Equals(_publicHost, StringComparison.OrdinalIgnoreCase);
}
