using System.Reflection;
using MassTransit.Logging;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;
using SceneGen.Observability.Telemetry;

namespace SceneGen.Observability.Export;

/// <summary>Sends spans and metrics to a collector. One that is away costs what it would have been sent, and nothing else.</summary>
internal sealed class OtlpExport : IHostedService, IDisposable
{
    private const string Name = "scenegen";
    private static readonly TimeSpan Farewell = TimeSpan.FromSeconds(3);

    private TracerProvider? _tracer;
    private MeterProvider? _meter;

    public Task StartAsync(CancellationToken cancellationToken)
    {
        var resource = ResourceBuilder.CreateDefault().AddService(
            Environment.GetEnvironmentVariable("OTEL_SERVICE_NAME") ?? Name,
            serviceVersion: Assembly.GetExecutingAssembly().GetName().Version?.ToString(3));
        _tracer = Sdk.CreateTracerProviderBuilder()
            .SetResourceBuilder(resource)
            .AddSource(TelemetryNames.Source, DiagnosticHeaders.DefaultListenerName, "Microsoft.AspNetCore", "System.Net.Http")
            .AddProcessor(new SpanRedaction())
            .AddOtlpExporter()
            .Build();
        _meter = Sdk.CreateMeterProviderBuilder()
            .SetResourceBuilder(resource)
            .AddMeter(TelemetryNames.Meter, "Microsoft.AspNetCore.Hosting", "System.Runtime")
            .AddOtlpExporter()
            .Build();
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken)
    {
        // A collector that does not answer holds up no stop.
        _tracer?.Shutdown((int)Farewell.TotalMilliseconds);
        _meter?.Shutdown((int)Farewell.TotalMilliseconds);
        return Task.CompletedTask;
    }

    public void Dispose()
    {
        _tracer?.Dispose();
        _meter?.Dispose();
    }
}
