using MassTransit;
using SceneGen.Messaging;

namespace SceneGen.Generation.Consumers;

internal sealed class GenerateSceneDefinition() : CommandDefinition<GenerateSceneConsumer>(Queues.GenerateSceneName)
{
    public const int AtOnce = 64;

    protected override void ConfigureConsumer(
        IReceiveEndpointConfigurator endpointConfigurator,
        IConsumerConfigurator<GenerateSceneConsumer> consumerConfigurator,
        IRegistrationContext context)
    {
        base.ConfigureConsumer(endpointConfigurator, consumerConfigurator, context);

        // Each may wait half a minute for a stranger's server, holding nothing: a few slow ones must not keep the rest.
        if (endpointConfigurator is IRabbitMqReceiveEndpointConfigurator queue)
        {
            queue.PrefetchCount = 2 * AtOnce;
            queue.ConcurrentMessageLimit = AtOnce;
        }
    }
}
