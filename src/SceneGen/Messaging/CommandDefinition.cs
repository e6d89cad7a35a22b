using MassTransit;

namespace SceneGen.Messaging;

/// <summary>The policy of an endpoint that takes commands.</summary>
internal abstract class CommandDefinition<TConsumer> : ConsumerDefinition<TConsumer>
    where TConsumer : class, IConsumer
{
    private readonly int? _atOnce;

    protected CommandDefinition(string queue) => EndpointName = queue;

    /// <summary>
    /// For commands that mostly wait on the network and hold nothing meanwhile: so many are taken at once from a broker. A
    /// database in a file has one writer, whom so many would only jostle.
    /// </summary>
    protected CommandDefinition(string queue, int atOnce)
        : this(queue) => _atOnce = atOnce;

    protected override void ConfigureConsumer(
        IReceiveEndpointConfigurator endpointConfigurator,
        IConsumerConfigurator<TConsumer> consumerConfigurator,
        IRegistrationContext context)
    {
        // What lasts longer than this is met by the step's timer, which sends the command again.
        endpointConfigurator.UseMessageRetry(retry => retry.Exponential(
            5, TimeSpan.FromMilliseconds(50), TimeSpan.FromSeconds(5), TimeSpan.FromMilliseconds(200)));
        if (_atOnce is { } limit && endpointConfigurator is IRabbitMqReceiveEndpointConfigurator queue)
        {
            queue.PrefetchCount = 2 * limit;
            queue.ConcurrentMessageLimit = limit;
        }
    }
}
