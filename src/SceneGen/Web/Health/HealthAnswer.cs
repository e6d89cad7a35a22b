using Microsoft.Extensions.Diagnostics.HealthChecks;
using SceneGen.Messaging;

namespace SceneGen.Web.Health;

/// <summary>Says which part is not ready, why, and since when.</summary>
internal static class HealthAnswer
{
    public static Task WriteAsync(HttpContext context, HealthReport report)
    {
        var history = context.RequestServices.GetRequiredService<HealthHistory>();
        var status = WithoutBroker(report) ? HealthStatus.Unhealthy : report.Status;
        context.Response.StatusCode = status is HealthStatus.Unhealthy
            ? StatusCodes.Status503ServiceUnavailable
            : StatusCodes.Status200OK;
        return context.Response.WriteAsJsonAsync(
            new
            {
                status = Word(status),
                checks = report.Entries.ToDictionary(
                    entry => entry.Key,
                    entry => new
                    {
                        status = Word(entry.Value.Status),
                        since = history.SinceWhen(entry.Key, entry.Value),
                        reason = ReasonOf(entry.Value),
                    }),
            },
            context.RequestAborted);
    }

    /// <summary>Then the bus calls itself degraded: its endpoints are down, all of them.</summary>
    private static bool WithoutBroker(HealthReport report)
        => report.Entries.TryGetValue(MessagingRegistration.HealthName, out var broker) && broker.Status is not HealthStatus.Healthy;

    public static string? ReasonOf(HealthReportEntry entry)
        => entry.Description
            ?? (entry.Status is HealthStatus.Healthy ? null : "It does not answer, or not in time.");

    public static string Word(HealthStatus status) => status switch
    {
        HealthStatus.Healthy => "healthy",
        HealthStatus.Degraded => "degraded",
        _ => "unhealthy",
    };
}
