using MassTransit;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace SceneGen.Messaging.Broker;

/// <summary>For whoever looks at the broker beside the bus.</summary>
internal static class BrokerRegistration
{
    public static IServiceCollection AddBroker(this IServiceCollection services)
    {
        services.TryAddSingleton<BrokerConnections>();
        services.TryAddSingleton<ErrorQueues>();
        services.TryAddSingleton<ErrorQueueCounts>();
        return services;
    }

    /// <summary>On a broker each endpoint has queues for what it could not handle.</summary>
    public static void NoteErrorQueues(this IBusRegistrationConfigurator bus)
        => bus.AddConfigureEndpointsCallback(
            (context, name, _) => context.GetRequiredService<ErrorQueues>().Add(name));
}
