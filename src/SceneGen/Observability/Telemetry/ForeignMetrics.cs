using static SceneGen.Observability.Telemetry.MetricKind;

namespace SceneGen.Observability.Telemetry;

/// <summary>
/// What is exposed of the platform's metrics, under names and with labels that Prometheus' own check accepts. Their other
/// labels are left out: a pool is named by its connection string, and an exception's type by whoever throws it.
/// </summary>
internal static class ForeignMetrics
{
    private const string Hosting = "Microsoft.AspNetCore.Hosting";
    private const string Runtime = "System.Runtime";
    private const string Npgsql = "Npgsql";

    public static readonly IReadOnlyList<Metric> All =
    [
        new(Hosting, "http.server.request.duration", "scenegen_http_request_duration_seconds", Histogram, "How long HTTP requests took; route is the template, none where no route was met.")
        {
            Labels =
            [
                new(TelemetryNames.Route, TelemetryNames.HttpRoute),
                new(TelemetryNames.Method, TelemetryNames.HttpMethod),
                new(TelemetryNames.Status, TelemetryNames.HttpStatus),
            ],
            Buckets = Metric.Quick,
        },
        new(Hosting, "http.server.active_requests", "http_server_active_requests", Gauge, "HTTP requests that are being answered."),

        new(Runtime, "dotnet.process.cpu.time", "dotnet_process_cpu_seconds_total", Counter, "Processor time used.")
        {
            Labels = [new("mode", "cpu.mode")],
        },
        new(Runtime, "dotnet.process.memory.working_set", "dotnet_process_working_set_bytes", Gauge, "Physical memory in use."),
        new(Runtime, "dotnet.gc.collections", "dotnet_gc_collections_total", Counter, "Garbage collections.")
        {
            Labels = [new("generation", "gc.heap.generation")],
        },
        new(Runtime, "dotnet.gc.pause.time", "dotnet_gc_pause_seconds_total", Counter, "Time in which garbage collections held up everything."),
        new(Runtime, "dotnet.gc.heap.total_allocated", "dotnet_gc_allocated_bytes_total", Counter, "Bytes allocated on the managed heap."),
        new(Runtime, "dotnet.gc.last_collection.heap.size", "dotnet_gc_heap_bytes", Gauge, "The managed heap after the last collection.")
        {
            Labels = [new("generation", "gc.heap.generation")],
        },
        new(Runtime, "dotnet.thread_pool.thread.count", "dotnet_thread_pool_threads", Gauge, "Threads of the pool."),
        new(Runtime, "dotnet.thread_pool.queue.length", "dotnet_thread_pool_queue_length", Gauge, "Work that waits for a thread of the pool."),
        new(Runtime, "dotnet.thread_pool.work_item.count", "dotnet_thread_pool_work_items_total", Counter, "Work done by the pool's threads."),
        new(Runtime, "dotnet.monitor.lock_contentions", "dotnet_lock_contentions_total", Counter, "Times a lock was waited for."),
        new(Runtime, "dotnet.exceptions", "dotnet_exceptions_total", Counter, "Exceptions thrown."),

        new(Npgsql, "db.client.connection.count", "npgsql_connections", Gauge, "Connections to PostgreSQL, used and idle.")
        {
            Labels = [new(TelemetryNames.State, "db.client.connection.state")],
        },
        new(Npgsql, "db.client.operation.duration", "npgsql_command_duration_seconds", Histogram, "How long commands of PostgreSQL took.")
        {
            Buckets = Metric.Quick,
        },
        new(Npgsql, "db.client.operation.failed", "npgsql_failed_commands_total", Counter, "Commands of PostgreSQL that failed."),
    ];
}
