using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace SceneGen.Web;

/// <summary>Says which part is not ready, and why.</summary>
internal static class HealthAnswer
{
    /// <summary>The tag of a check whose part may be degraded while the service is ready.</summary>
    public const string Waits = "waits";

    public static Task WriteAsync(HttpContext context, HealthReport report)
    {
        if (report.Entries.Values.All(entry => entry.Status is HealthStatus.Healthy || OnlyWaits(entry)))
        {
            context.Response.StatusCode = StatusCodes.Status200OK;
        }

        return context.Response.WriteAsJsonAsync(
            new
            {
                status = Word(report.Status),
                checks = report.Entries.ToDictionary(
                    entry => entry.Key,
                    entry => new { status = Word(entry.Value.Status), reason = entry.Value.Description }),
            },
            context.RequestAborted);
    }

    private static bool OnlyWaits(HealthReportEntry entry)
        => entry.Status is HealthStatus.Degraded && entry.Tags.Contains(Waits);

    private static string Word(HealthStatus status) => status switch
    {
        HealthStatus.Healthy => "healthy",
        HealthStatus.Degraded => "degraded",
        _ => "unhealthy",
    };
}
