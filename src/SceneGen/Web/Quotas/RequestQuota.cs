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
        var headers = context.Response.Headers;
        headers[RateLimit.Policy] = string.Create(CultureInfo.InvariantCulture, $"{limit};w=60");
        if (left is null)
        {
            refusals.SetHeaders(context, QuotaKind.Requests);
            await refusals.Refuse(QuotaKind.Requests).ExecuteAsync(context);
            return;
        }

        var reset = (int)Math.Ceiling(RequestMinutes.Rest(time.GetUtcNow()).TotalSeconds);
        headers[RateLimit.Limit] = limit.ToString(CultureInfo.InvariantCulture);
        headers[RateLimit.Remaining] = left.Value.ToString(CultureInfo.InvariantCulture);
        headers[RateLimit.Reset] = reset.ToString(CultureInfo.InvariantCulture);
        await next(context);
    }

    // An operator is not to be kept from looking.
    private static bool IsCounted(PathString path)
        => path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase)
            && !path.StartsWithSegments("/api/ops", StringComparison.OrdinalIgnoreCase);
}
