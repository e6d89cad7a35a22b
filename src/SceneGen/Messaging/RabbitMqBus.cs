using MassTransit;
using Microsoft.Extensions.Options;
using SceneGen.Callbacks.Telling;
using SceneGen.Contracts;
using SceneGen.Data;
using SceneGen.Generation.Consumers;
using SceneGen.Messaging.Broker;
using SceneGen.Messaging.Failures;
using SceneGen.Persistence;
using SceneGen.Persistence.Outbox;

namespace SceneGen.Messaging;

/// <summary>The bus on a broker: every queue replicated, every message confirmed, every exchange there before its first message.</summary>
internal static class RabbitMqBus
{
    public static void UseBroker(this IBusRegistrationConfigurator bus, BrokerAddress address)
    {
        bus.AddEntityFrameworkOutbox<SceneDbContext>(Doors.DoorRegistration.LeaveOut);
        bus.AddFailures();
        bus.NoteErrorQueues();
        bus.AddOptions<OutboxOptions>().Configure<IOptions<BusOptions>>((outbox, options) =>
        {
            outbox.HandOverConcurrency = options.Value.HandOver ? options.Value.Concurrency : 0;
            outbox.EndpointConcurrency[Queues.CheckGenerationName] = CheckGenerationDefinition.AtOnce;
            outbox.EndpointConcurrency[Queues.GenerateSceneName] = GenerateSceneDefinition.AtOnce;
            outbox.EndpointConcurrency[Queues.PostCallbackName] = PostCallbackDefinition.AtOnce;
        });
        bus.AddConfigureEndpointsCallback((_, _, endpoint) =>
        {
            if (endpoint is IRabbitMqReceiveEndpointConfigurator queue)
            {
                queue.SetQuorumQueue();
            }
        });
        bus.UsingRabbitMq((context, transport) =>
        {
            var options = context.GetRequiredService<IOptions<BusOptions>>().Value;
            address.Configure(transport);
            transport.PrefetchCount = options.Prefetch;
            transport.ConcurrentMessageLimit = options.Concurrency;
            transport.UseEntityFrameworkScheduler<SceneDbContext>(context);
            transport.UseContractJson();

            // What leaves through the outbox declares no exchange of its own, so whoever listens would miss it.
            transport.DeployPublishTopology = true;
            transport.AddPublishMessageTypes(typeof(SceneReady).Assembly.GetExportedTypes()
                .Where(type => type is { IsClass: true, IsAbstract: false }));
            transport.ConfigureEndpoints(context);
        });
    }
}
