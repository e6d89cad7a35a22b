using System.Diagnostics;
using MassTransit;
using MassTransit.Logging;

namespace SceneGen.Persistence.Outbox.Telemetry;

/// <summary>
/// Keeps the trace in which a message is decided with the message, so that it goes on there when it leaves: a moment later,
/// or when a timer is due. The header is the one by which MassTransit hands a trace on.
/// </summary>
internal static class OutboxTrace
{
    private static readonly ActivitySource Source = new(OutboxTelemetry.Name);

    /// <summary>Nothing where nobody listens.</summary>
    public static void Keep(SendContext context)
    {
        if (Source.HasListeners()
            && Activity.Current?.Id is { } id
            && !context.Headers.TryGetHeader(DiagnosticHeaders.ActivityId, out _))
        {
            context.Headers.Set(DiagnosticHeaders.ActivityId, id);
        }
    }

    /// <summary>A span in the message's own trace; null where there is none, or nobody listens.</summary>
    public static Activity? Resume(MessageEnvelope envelope)
        => Source.HasListeners()
            && envelope.Headers?.GetValueOrDefault(DiagnosticHeaders.ActivityId)?.ToString() is { } id
            && ActivityContext.TryParse(id, traceState: null, out var parent)
            ? Source.StartActivity(OutboxTelemetry.DeliverySpan, ActivityKind.Internal, parent)
            : null;
}
