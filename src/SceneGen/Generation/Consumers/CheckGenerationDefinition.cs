using MassTransit;
using SceneGen.Messaging;

namespace SceneGen.Generation.Consumers;

internal sealed class CheckGenerationDefinition()
    : CommandDefinition<CheckGenerationConsumer>(Queues.CheckGenerationName)
{
    public const int AtOnce = 128;

    protected override void ConfigureConsumer(
        IReceiveEndpointConfigurator endpointConfigurator,
        IConsumerConfigurator<CheckGenerationConsumer> consumerConfigurator,
        IRegistrationContext context)
    {
        base.ConfigureConsumer(endpointConfigurator, consumerConfigurator, context);

        // Checks of one moment share a read, and hold nothing while they wait for it. A database in a file has one writer,
        // whom so many would only jostle.
        if (endpointConfigurator is IRabbitMqReceiveEndpointConfigurator queue)
        {
            queue.PrefetchCount = 2 * AtOnce;
            queue.ConcurrentMessageLimit = AtOnce;
        }
    }
}
