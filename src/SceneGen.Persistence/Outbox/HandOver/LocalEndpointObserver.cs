using System.Reflection;
using MassTransit;
using MassTransit.Transports;

namespace SceneGen.Persistence.Outbox.HandOver;

/// <summary>Learns who consumes on an endpoint.</summary>
internal sealed class LocalEndpointObserver(LocalEndpoints endpoints, string name)
    : IConsumerConfigurationObserver, ISagaConfigurationObserver
{
    // The observer's type parameter promises no IConsumer, which the factory's asks for.
    private static readonly MethodInfo OfConsumer = typeof(IReceiveEndpointDispatcherFactory)
        .GetMethod(nameof(IReceiveEndpointDispatcherFactory.CreateConsumerReceiver))!;

    public void ConsumerConfigured<TConsumer>(IConsumerConfigurator<TConsumer> configurator)
        where TConsumer : class
        => endpoints.Add(name, typeof(TConsumer), dispatchers => (IReceiveEndpointDispatcher)OfConsumer
            .MakeGenericMethod(typeof(TConsumer))
            .Invoke(dispatchers, [name])!);

    public void SagaConfigured<TSaga>(ISagaConfigurator<TSaga> configurator)
        where TSaga : class, ISaga
        => endpoints.Add(name, typeof(TSaga), dispatchers => dispatchers.CreateSagaReceiver<TSaga>(name));

    public void StateMachineSagaConfigured<TInstance>(
        ISagaConfigurator<TInstance> configurator, SagaStateMachine<TInstance> stateMachine)
        where TInstance : class, ISaga, SagaStateMachineInstance
        => SagaConfigured(configurator);

    public void ConsumerMessageConfigured<TConsumer, TMessage>(IConsumerMessageConfigurator<TConsumer, TMessage> configurator)
        where TConsumer : class
        where TMessage : class
    {
        // The consumer is enough to know.
    }

    public void SagaMessageConfigured<TSaga, TMessage>(ISagaMessageConfigurator<TSaga, TMessage> configurator)
        where TSaga : class, ISaga
        where TMessage : class
    {
        // The saga is enough to know.
    }
}
