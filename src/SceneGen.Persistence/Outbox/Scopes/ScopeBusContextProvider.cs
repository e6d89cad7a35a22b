using MassTransit;
using MassTransit.DependencyInjection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace SceneGen.Persistence.Outbox.Scopes;

/// <summary>Gives a scope its endpoints: those of the message it consumes, or else those of its outbox.</summary>
internal sealed class ScopeBusContextProvider<TDbContext>(
    IBus bus, Bind<IBus, IClientFactory> clients, IScopedConsumeContextProvider consuming, IServiceProvider services)
    : IScopedBusContextProvider<IBus>
    where TDbContext : DbContext
{
    // Made when it is asked for: a scope may see several attempts at a message.
    public ScopedBusContext Context => consuming.HasContext
        ? new ConsumeContextScopedBusContext(consuming.GetContext(), clients.Value)
        : new ScopeBusContext<TDbContext>(
            bus, clients.Value, services.GetRequiredService<ScopeOutbox<TDbContext>>(), services);
}
