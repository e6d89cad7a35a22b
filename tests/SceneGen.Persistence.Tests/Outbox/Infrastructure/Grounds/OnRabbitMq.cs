using MassTransit;
using SceneGen.Tests.Databases;

namespace SceneGen.Persistence.Tests.Outbox.Infrastructure.Grounds;

/// <summary>All hosts share one virtual host and its quorum queues, and a database on PostgreSQL.</summary>
public sealed class OnRabbitMq() : Ground(new PostgresSchema())
{
    public RabbitMqHost Broker { get; } = new();

    public override bool BusKeepsMessages => true;

    public override Task PrepareAsync(CancellationToken cancellationToken) => Broker.CreateAsync(cancellationToken);

    public override void UseBus(
        IBusRegistrationConfigurator bus, Action<IBusRegistrationContext, IBusFactoryConfigurator> finish)
    {
        bus.AddConfigureEndpointsCallback((_, _, endpoint)
            => ((IRabbitMqReceiveEndpointConfigurator)endpoint).SetQuorumQueue());
        bus.UsingRabbitMq((context, transport) =>
        {
            transport.Host(new Uri(Broker.ConnectionString));
            finish(context, transport);
            transport.ConfigureEndpoints(context);
        });
    }

    public override async ValueTask DisposeAsync()
    {
        await Broker.DisposeAsync();
        await base.DisposeAsync();
    }
}
