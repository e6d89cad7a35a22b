using System.Globalization;
using Microsoft.Extensions.Options;
using SceneGen.Scenes.Quotas;
using SceneGen.Web.Http;

namespace SceneGen.Web.Quotas;

/// <summary>Lets a caller ask so often a minute, and tells it how often it still may.</summary>
internal sealed class RequestQuota(
    RequestMinutes minutes, QuotaRefusals refusals, IOptions<QuotaOptions> options, TimeProvider time) : IMiddleware
{
    public async Task InvokeAsync(HttpContext context, RequestDelegate next)
    {
        var limit = options.Value.RequestsPerMinute;
        if (limit == 0 || !IsCounted(context.Request.Path) || Caller.IsLocal(context))
        {
            await next(context);
            return;
        }

        var caller = CallerSession.Of(context) is { } session ? QuotaHolder.OfSession(session) : Caller.ScopeOf(context);
        var left = await minutes.TakeAsync(caller, context.RequestAborted);
        if (left is null)
        {
            context.Response.Headers[RateLimit.Policy] = PolicyOf(limit);
            refusals.SetHeaders(context, QuotaKind.Requests);
            await refusals.Refuse(QuotaKind.Requests).ExecuteAsync(context);
            return;
        }

        // Last, for what an error answers begins without headers.
        context.Response.OnStarting(() =>
        {
            SayLeft(context.Response.Headers, limit, left.Value);
            return Task.CompletedTask;
        });
        await next(context);
    }

    private static string PolicyOf(int limit) => string.Create(CultureInfo.InvariantCulture, $"{limit};w=60");

    /// <summary>A quota that was in the way has said so already.</summary>
    private void SayLeft(IHeaderDictionary headers, int limit, int left)
    {
        headers[RateLimit.Policy] = PolicyOf(limit);
        if (!headers.ContainsKey(RateLimit.Limit))
        {
            var reset = (int)Math.Ceiling(RequestMinutes.Rest(time.GetUtcNow()).TotalSeconds);
            headers[RateLimit.Limit] = limit.ToString(CultureInfo.InvariantCulture);
            headers[RateLimit.Remaining] = left.ToString(CultureInfo.InvariantCulture);
            headers[RateLimit.Reset] = reset.ToString(CultureInfo.InvariantCulture);
        }
    }

    // An operator is not to be kept from looking.
    private static bool IsCounted(PathString path)
        => path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase)
            && !path.StartsWithSegments("/api/ops", StringComparison.OrdinalIgnoreCase);
}
