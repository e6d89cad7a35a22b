using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace SceneGen.FunctionalTests.Drivers;

/// <summary>An OpenTelemetry collector that keeps the spans it is sent, over HTTP in protobuf.</summary>
public sealed class Collector : IAsyncDisposable
{
    private readonly ConcurrentQueue<Span> _spans = [];
    private readonly WebApplication _app;
    private int _metrics;

    private Collector()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        _app = builder.Build();
        _app.MapPost("/v1/traces", TakeSpansAsync);
        _app.MapPost("/v1/metrics", () => Interlocked.Increment(ref _metrics));
    }

    public IReadOnlyList<Span> Spans => [.. _spans];

    /// <summary>How often metrics came.</summary>
    public int Metrics => Volatile.Read(ref _metrics);

    /// <summary>What a service is told, so that it sends its spans here, and soon.</summary>
    public (string Name, string Value)[] Settings =>
    [
        ("OTEL_EXPORTER_OTLP_ENDPOINT", _app.Urls.Single()),
        ("OTEL_EXPORTER_OTLP_PROTOCOL", "http/protobuf"),
        ("OTEL_BSP_SCHEDULE_DELAY", "200"),
    ];

    public static async Task<Collector> StartAsync()
    {
        var collector = new Collector();
        await collector._app.StartAsync(TestContext.Current.CancellationToken);
        return collector;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task TakeSpansAsync(HttpContext context)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body, context.RequestAborted);
        foreach (var span in SpanReader.Read(body.ToArray()))
        {
            _spans.Enqueue(span);
        }
    }
}
