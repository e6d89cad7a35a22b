using System.Collections.Concurrent;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace SceneGen.Web.Health;

/// <summary>Remembers since when each part is as it is, and says in the log when that changes.</summary>
internal sealed partial class HealthHistory(TimeProvider time, ILogger<HealthHistory> logger) : IHealthCheckPublisher
{
    private readonly ConcurrentDictionary<string, (HealthStatus Status, DateTimeOffset Since)> _parts =
        new(StringComparer.Ordinal);

    public Task PublishAsync(HealthReport report, CancellationToken cancellationToken)
    {
        foreach (var (part, entry) in report.Entries)
        {
            SinceWhen(part, entry);
        }

        return Task.CompletedTask;
    }

    /// <summary>As far as this process has seen.</summary>
    public DateTimeOffset SinceWhen(string part, HealthReportEntry entry)
    {
        var now = time.GetUtcNow();
        while (true)
        {
            if (_parts.TryGetValue(part, out var known) && known.Status == entry.Status)
            {
                return known.Since;
            }

            var isNew = known.Since == default;
            if (isNew ? _parts.TryAdd(part, (entry.Status, now)) : _parts.TryUpdate(part, (entry.Status, now), known))
            {
                Say(part, entry, isNew);
                return now;
            }
        }
    }

    private void Say(string part, HealthReportEntry entry, bool isNew)
    {
        if (entry.Status is not HealthStatus.Healthy)
        {
            Log.Ailing(logger, part, HealthAnswer.Word(entry.Status), HealthAnswer.ReasonOf(entry));
        }
        else if (!isNew)
        {
            Log.Recovered(logger, part);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "The part {Part} is {Status}. {Reason}")]
        public static partial void Ailing(ILogger logger, string part, string status, string? reason);

        [LoggerMessage(2, LogLevel.Information, "The part {Part} is healthy again.")]
        public static partial void Recovered(ILogger logger, string part);
    }
}
