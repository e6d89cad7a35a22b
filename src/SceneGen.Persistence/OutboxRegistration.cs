using MassTransit;
using MassTransit.Configuration;
using MassTransit.DependencyInjection;
using MassTransit.Middleware;
using MassTransit.Scheduling;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using SceneGen.Persistence.Outbox;
using SceneGen.Persistence.Outbox.Consuming;
using SceneGen.Persistence.Outbox.Delivery;
using SceneGen.Persistence.Outbox.HandOver;
using SceneGen.Persistence.Outbox.Parking;
using SceneGen.Persistence.Outbox.Scopes;
using SceneGen.Persistence.Outbox.Telemetry;
using SceneGen.Persistence.Periodic;
using SceneGen.Persistence.Scheduling;
using SceneGen.Persistence.StartUp;

namespace SceneGen.Persistence;

/// <summary>Registration in the verbs of MassTransit's own Entity Framework package.</summary>
public static class OutboxRegistration
{
    private static readonly TimeSpan BetweenCleanings = TimeSpan.FromMinutes(10);

    /// <summary>
    /// Commits what every consumer and saga changes and sends in one transaction, and keeps timers in the same table. What
    /// is sent in a scope without a message, such as a request's, leaves when that scope's context is saved.
    /// The context's model holds the tables of <see cref="OutboxModel.AddOutbox"/>.
    /// </summary>
    /// <typeparam name="TDbContext">The context that holds the sagas and the outbox.</typeparam>
    /// <param name="bus">The bus's registration.</param>
    /// <param name="configure">Changes the defaults.</param>
    public static void AddEntityFrameworkOutbox<TDbContext>(
        this IBusRegistrationConfigurator bus, Action<OutboxOptions>? configure = null)
        where TDbContext : DbContext
    {
        bus.AddOptions<OutboxOptions>().Configure(options => configure?.Invoke(options));
        bus.TryAddSingleton(TimeProvider.System);
        bus.AddMetrics().AddSingleton<OutboxMeter>();
        bus.AddSingleton<OutboxAlarm>();
        bus.AddSingleton<OutboxSender>();
        bus.AddSingleton<OutboxClerk<TDbContext>>();
        bus.AddSingleton<OutboxTable<TDbContext>>();
        bus.AddSingleton<OutboxDelivery<TDbContext>>();
        bus.AddSingleton<OutboxBin<TDbContext>>();
        bus.AddSingleton<LocalEndpoints>();
        bus.AddSingleton<LocalQueues>();
        bus.AddSingleton<OutboxLeases<TDbContext>>();
        bus.AddSingleton<OutboxHandOver<TDbContext>>();
        bus.AddSingleton<DirectScheduleSink<TDbContext>>();
        bus.AddScoped<ScopeScheduleSink<TDbContext>>();
        bus.AddScoped<ScopeOutbox<TDbContext>>();
        bus.AddScoped(provider => new PendingTimers<TDbContext>(
            provider.GetRequiredService<TDbContext>(),
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<OutboxAlarm>()));
        bus.AddScoped(provider => new ParkedMessages<TDbContext>(
            provider.GetRequiredService<TDbContext>(),
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<OutboxAlarm>()));
        bus.ReplaceScoped<IScopedBusContextProvider<IBus>, ScopeBusContextProvider<TDbContext>>();
        bus.AddHostedService<OutboxSetUpCheck>();
        bus.AddHostedService(provider => provider.GetRequiredService<OutboxBin<TDbContext>>());
        bus.AddHostedService(provider => provider.GetRequiredService<OutboxLeases<TDbContext>>());
        bus.AddHostedService(provider => provider.GetRequiredService<OutboxHandOver<TDbContext>>());
        bus.AddHostedService(provider => provider.GetRequiredService<OutboxDelivery<TDbContext>>());
        bus.AddHostedService<OutboxSweeper<TDbContext>>();
        bus.AddPruning<TDbContext, InboxMessage>("inbox rows", BetweenCleanings, OldInbox);
        bus.AddScoped<IOutboxContextFactory<TDbContext>, OutboxContextFactory<TDbContext>>();
        bus.AddScoped<IMessageScheduler>(provider => new MessageScheduler(
            new OutboxScheduleProvider(
                provider.GetRequiredService<ScopeScheduleSink<TDbContext>>(),
                provider.GetRequiredService<IBus>(),
                provider.GetRequiredService<TimeProvider>()),
            provider.GetRequiredService<IBus>().Topology));
        bus.AddConfigureEndpointsCallback((context, name, endpoint) =>
        {
            var options = context.GetRequiredService<IOptions<OutboxOptions>>().Value;
            if (options.EndpointsWithout.Contains(name))
            {
                return;
            }

            options.EndpointsWith.Add(name);

            var observer = new OutboxConsumePipeSpecificationObserver<TDbContext>(endpoint, context);
            endpoint.ConnectConsumerConfigurationObserver(observer);
            endpoint.ConnectSagaConfigurationObserver(observer);
            if (options is { BusKeepsMessages: true, HandOverConcurrency: > 0 })
            {
                var local = new LocalEndpointObserver(context.GetRequiredService<LocalEndpoints>(), name);
                endpoint.ConnectConsumerConfigurationObserver(local);
                endpoint.ConnectSagaConfigurationObserver(local);
            }
        });
    }

    /// <summary>Lets whatever is scheduled while a message is consumed become a row of the outbox.</summary>
    /// <typeparam name="TDbContext">The context given to <see cref="AddEntityFrameworkOutbox{TDbContext}"/>.</typeparam>
    /// <param name="bus">The bus.</param>
    /// <param name="context">Its registration.</param>
    public static void UseEntityFrameworkScheduler<TDbContext>(
        this IBusFactoryConfigurator bus, IBusRegistrationContext context)
        where TDbContext : DbContext
        => bus.AddPrePipeSpecification(new FilterPipeSpecification<ConsumeContext>(
            new OutboxSchedulerFilter<TDbContext>(context)));

    private static IQueryable<InboxMessage> OldInbox<TDbContext>(TDbContext database, IServiceProvider services)
        where TDbContext : DbContext
    {
        var before = services.GetRequiredService<TimeProvider>().GetUtcNow()
            - services.GetRequiredService<IOptions<OutboxOptions>>().Value.InboxRetention;
        return database.Set<InboxMessage>().Where(message => message.ConsumedAt < before).OrderBy(message => message.ConsumedAt);
    }
}
