using MassTransit;
using SceneGen.Tests.Databases;

namespace SceneGen.Persistence.Tests.Outbox.Infrastructure.Grounds;

/// <summary>Each host has a bus of its own.</summary>
public sealed class InMemory<TDatabase>() : Ground(new TDatabase())
    where TDatabase : TestDatabase, new()
{
    public override bool BusKeepsMessages => false;

    public override void UseBus(
        IBusRegistrationConfigurator bus, Action<IBusRegistrationContext, IBusFactoryConfigurator> finish)
        => bus.UsingInMemory((context, transport) =>
        {
            finish(context, transport);
            transport.ConfigureEndpoints(context);
        });
}
