using System.Globalization;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;
using SceneGen.Observability.Metrics;
using SceneGen.Scenes.Quotas;
using SceneGen.Web.Http;
using SceneGen.Web.Http.Words;

namespace SceneGen.Web.Quotas;

/// <summary>Says that a quota is used up, and when to come again.</summary>
internal sealed class QuotaRefusals(IOptions<QuotaOptions> options, QuotaMeter meter, TimeProvider time)
{
    private const int CentsInDollar = 100;

    /// <summary>Nobody knows when a scene ends; few take less.</summary>
    private static readonly TimeSpan UntilSceneEnds = TimeSpan.FromSeconds(10);

    public ProblemHttpResult Refuse(QuotaKind quota)
    {
        meter.Refuse(quota);
        var problem = Problems.Of(StatusCodes.Status429TooManyRequests, CodeOf(quota));
        problem.ProblemDetails.Extensions[Problems.RetryAfterName] = SecondsOf(quota);
        return problem;
    }

    public void SetHeaders(HttpContext http, QuotaKind quota)
    {
        var headers = http.Response.Headers;
        var seconds = SecondsOf(quota).ToString(CultureInfo.InvariantCulture);
        headers.RetryAfter = seconds;
        headers[RateLimit.Limit] = LimitOf(quota).ToString(CultureInfo.InvariantCulture);
        headers[RateLimit.Remaining] = "0";
        headers[RateLimit.Reset] = seconds;
    }

    private static string CodeOf(QuotaKind quota) => quota switch
    {
        QuotaKind.RunningScenes or QuotaKind.SessionsRunningScenes => ProblemCodes.QuotaRunningScenes,
        QuotaKind.CostPerDay or QuotaKind.SessionsCostPerDay => ProblemCodes.QuotaCost,
        _ => ProblemCodes.QuotaRequests,
    };

    private long LimitOf(QuotaKind quota) => quota switch
    {
        QuotaKind.RunningScenes => options.Value.RunningScenes,
        QuotaKind.CostPerDay => (long)(options.Value.CostPerDay * CentsInDollar),
        QuotaKind.SessionsRunningScenes => options.Value.SessionsRunningScenes,
        QuotaKind.SessionsCostPerDay => (long)(options.Value.SessionsCostPerDay * CentsInDollar),
        _ => options.Value.RequestsPerMinute,
    };

    private long SecondsOf(QuotaKind quota)
    {
        var now = time.GetUtcNow();
        var wait = quota switch
        {
            QuotaKind.RunningScenes or QuotaKind.SessionsRunningScenes => UntilSceneEnds,
            QuotaKind.CostPerDay or QuotaKind.SessionsCostPerDay => now.UtcDateTime.Date.AddDays(1) - now.UtcDateTime,
            _ => RequestMinutes.Rest(now),
        };
        return (long)Math.Ceiling(wait.TotalSeconds);
    }
}
