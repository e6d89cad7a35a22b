using MassTransit;
using SceneGen.Messaging.Broker;
using SceneGen.Observability.Export;
using SceneGen.Observability.Exposition;
using SceneGen.Observability.Logs;
using SceneGen.Observability.Metrics;
using SceneGen.Observability.Readings;
using SceneGen.Observability.Tracing;

namespace SceneGen.Observability;

internal static class ObservabilityRegistration
{
    public static void AddObservability(this WebApplicationBuilder builder)
    {
        builder.AddLogs();
        builder.Services.AddMeters();
        builder.Services.AddSingleton<RequestSpans>();
        builder.Services.AddSingleton<SceneRequests>();
        builder.Services.AddSingleton<MetricCollector>();
        builder.Services.AddScoped<FiguresQuery>();
        builder.Services.AddBroker();
        builder.Services.AddSingleton<FigureReader>();
        builder.Services.AddSingleton<StandingGauges>();
        builder.Services.AddSingleton<TrafficGauges>();
    }

    /// <summary>Last of all, for what is told of the database is read from it.</summary>
    public static void AddWatch(this WebApplicationBuilder builder)
    {
        builder.Services.AddHostedService<Watch>();
        builder.AddExport();
    }

    public static void AddObservability(this IBusRegistrationConfigurator bus)
    {
        var lines = new SceneLines();
        bus.AddConfigureEndpointsCallback((_, _, endpoint) => endpoint.ConnectConsumerConfigurationObserver(lines));
    }
}
