using MassTransit;
using MassTransit.Clients;
using MassTransit.DependencyInjection;
using MassTransit.Middleware;
using MassTransit.Middleware.Outbox;
using MassTransit.Transports;
using Microsoft.EntityFrameworkCore;

namespace SceneGen.Persistence.Outbox.Scopes;

/// <summary>The endpoints of a scope that consumes no message: what is sent through them goes into the scope's outbox.</summary>
internal sealed class ScopeBusContext<TDbContext>(
    IBus bus, IClientFactory clients, ScopeOutbox<TDbContext> outbox, IServiceProvider services)
    : ScopedBusContext, OutboxSendContext
    where TDbContext : DbContext
{
    public ISendEndpointProvider SendEndpointProvider => field ??= new OutboxSendEndpointProvider(
        this, new ScopedSendEndpointProvider(bus, services));

    public IPublishEndpoint PublishEndpoint => field ??= new PublishEndpoint(
        new OutboxPublishEndpointProvider(this, new ScopedPublishEndpointProvider(bus, services)));

    // Whoever waits for an answer cannot wait for the commit.
    public IScopedClientFactory ClientFactory => field ??= new ScopedClientFactory(
        new ClientFactory(new ScopedClientFactoryContext(clients, services)), consumeContext: null!);

    public object? GetService(Type serviceType) => services.GetService(serviceType);

    public Task AddSend<T>(SendContext<T> context)
        where T : class
    {
        outbox.Send(context);
        return Task.CompletedTask;
    }
}
