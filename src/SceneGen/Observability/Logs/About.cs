using Serilog.Core;
using Serilog.Events;

namespace SceneGen.Observability.Logs;

/// <summary>What a line of text says of its scene and its trace: nothing where it has none.</summary>
internal sealed class About : ILogEventEnricher
{
    public const string Name = "About";

    public void Enrich(LogEvent logEvent, ILogEventPropertyFactory propertyFactory)
    {
        var scene = logEvent.Properties.TryGetValue(SceneLines.SceneId, out var id) ? $" scene={id}" : "";
        var trace = logEvent.TraceId is { } traceId ? $" trace={traceId}" : "";
        if (scene.Length + trace.Length > 0)
        {
            logEvent.AddPropertyIfAbsent(new LogEventProperty(Name, new ScalarValue(scene + trace)));
        }
    }
}
