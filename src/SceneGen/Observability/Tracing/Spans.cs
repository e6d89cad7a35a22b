using System.Diagnostics;
using SceneGen.Observability.Telemetry;

namespace SceneGen.Observability.Tracing;

/// <summary>The service's own spans, where the libraries it stands on make none. Where nobody listens there are none.</summary>
internal static class Spans
{
    private static readonly ActivitySource Source = new(TelemetryNames.Source);

    /// <summary>The span that is under way, whoever began it; null where nobody listens.</summary>
    public static Activity? Current => Source.HasListeners() ? Activity.Current : null;

    /// <summary>The same, as others may be told of it.</summary>
    public static string? CurrentId => Current?.Id;

    public static Activity? Start(string name) => Source.StartActivity(name);

    /// <summary>What the span says of its scene.</summary>
    public static void About(this Activity span, Guid sceneId, int? attempt = null)
    {
        span.SetTag(TelemetryNames.SceneId, sceneId.ToString());
        if (attempt is { } number)
        {
            span.SetTag(TelemetryNames.SceneAttempt, number);
        }
    }

    /// <summary>The kind of the error alone: what it says may name what is nobody's business.</summary>
    public static void Fail(this Activity span, Exception error)
        => span.SetTag(TelemetryNames.ErrorType, error.GetType().Name).SetStatus(ActivityStatusCode.Error);

    /// <summary>The span that is under way belongs to another trace, and had to do with this one.</summary>
    public static void LinkTo(string? id)
    {
        if (Current is { } span && ActivityContext.TryParse(id, traceState: null, out var other))
        {
            span.AddLink(new ActivityLink(other));
        }
    }
}
