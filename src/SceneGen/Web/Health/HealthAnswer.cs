using Microsoft.Extensions.Diagnostics.HealthChecks;
using SceneGen.Messaging;

namespace SceneGen.Web.Health;

/// <summary>Says which part is not ready, why, and since when.</summary>
internal sealed record HealthAnswer(string Status, IReadOnlyDictionary<string, HealthAnswer.Part> Checks)
{
    public static HealthAnswer Of(HealthReport report, HealthHistory history)
        => new(
            Word(WithoutBroker(report) ? HealthStatus.Unhealthy : report.Status),
            report.Entries.ToDictionary(
                entry => entry.Key,
                entry => new Part(
                    Word(entry.Value.Status), history.SinceWhen(entry.Key, entry.Value), ReasonOf(entry.Value)),
                StringComparer.Ordinal));

    public bool IsReady() => Status != Word(HealthStatus.Unhealthy);

    public static string? ReasonOf(HealthReportEntry entry)
        => entry.Description
            ?? (entry.Status is HealthStatus.Healthy ? null : "It does not answer, or not in time.");

    public static string Word(HealthStatus status) => status switch
    {
        HealthStatus.Healthy => "healthy",
        HealthStatus.Degraded => "degraded",
        _ => "unhealthy",
    };

    /// <summary>Then the bus calls itself degraded: its endpoints are down, all of them.</summary>
    private static bool WithoutBroker(HealthReport report)
        => report.Entries.TryGetValue(MessagingRegistration.HealthName, out var broker) && broker.Status is not HealthStatus.Healthy;

    internal sealed record Part(string Status, DateTimeOffset Since, string? Reason);
}
