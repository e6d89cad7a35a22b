using MassTransit;
using SceneGen.Messaging;

namespace SceneGen.Callbacks.Telling;

internal sealed class PostCallbackDefinition() : CommandDefinition<PostCallbackConsumer>(Queues.PostCallbackName)
{
    /// <summary>Each may wait 15 seconds for a stranger's server: a few slow ones must not keep the rest.</summary>
    public const int AtOnce = 64;

    protected override void ConfigureConsumer(
        IReceiveEndpointConfigurator endpointConfigurator,
        IConsumerConfigurator<PostCallbackConsumer> consumerConfigurator,
        IRegistrationContext context)
    {
        base.ConfigureConsumer(endpointConfigurator, consumerConfigurator, context);

        // Within the process too, for they hold no database while they wait.
        endpointConfigurator.PrefetchCount = 2 * AtOnce;
        endpointConfigurator.ConcurrentMessageLimit = AtOnce;
    }
}
