using Microsoft.Extensions.Options;
using SceneGen.Access.Keys;
using SceneGen.Replicate;
using SceneGen.Scenes.Links;
using SceneGen.Web.Http.Words;

namespace SceneGen.Web.Http.Security;

/// <summary>
/// Serves nobody under a name that was made to point here; and, as long as there are no keys, nothing that a proxy passes on.
/// </summary>
internal sealed class FrontDoor(IOptions<HttpOptions> http, IOptions<ReplicateOptions> replicate, KeyBook keys) : IMiddleware
{
    private const string Webhooks = "/webhooks";
    private readonly string? _webhookHost = WebAddress.Of(replicate.Value.WebhookBaseUrl)?.Host;
    private readonly string? _publicHost = WebAddress.Of(http.Value.PublicUrl)?.Host;

    public async Task InvokeAsync(HttpContext context, RequestDelegate next)
    {
        var request = context.Request;
        var host = SentHost.Of(request).Host;
        if (!IsKnown(host) && !IsWebhook(request, host))
        {
            await Problems.Of(
                StatusCodes.Status400BadRequest,
                ProblemCodes.HostUnknown,
                "The Host header names no name of this service; set Http:PublicUrl to the address it is reached by.").ExecuteAsync(context);
        }
        else if (IsForwarded(request) && (await keys.OpenAsync(context.RequestAborted)).IsEmpty)
        {
            context.Response.Headers.WWWAuthenticate = "Bearer";
            await Problems.Of(StatusCodes.Status401Unauthorized, ProblemCodes.KeyRequired).ExecuteAsync(context);
        }
        else
        {
            await next(context);
        }
    }

    private static bool IsForwarded(HttpRequest request)
        => !request.Path.StartsWithSegments(Webhooks, StringComparison.Ordinal)
            && request.Headers.Keys.Any(name => name.Equals("Forwarded", StringComparison.OrdinalIgnoreCase)
                || name.StartsWith("X-Forwarded-", StringComparison.OrdinalIgnoreCase));

    // Their sender proves itself by a signature.
    private bool IsWebhook(HttpRequest request, string host)
        => request.Path.StartsWithSegments(Webhooks, StringComparison.Ordinal)
            && host.Equals(_webhookHost, StringComparison.OrdinalIgnoreCase);

    private bool IsKnown(string host)
        => host is "127.0.0.1" or "[::1]" or "::1"
            || host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
            || host.Equals(_publicHost, StringComparison.OrdinalIgnoreCase);
}
