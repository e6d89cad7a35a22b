using MassTransit;
using MassTransit.Context;
using MassTransit.Scheduling;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SceneGen.Persistence.Outbox;

namespace SceneGen.Persistence.Scheduling;

/// <summary>Gives every consumed message a scheduler whose timers are rows.</summary>
internal sealed class OutboxSchedulerFilter<TDbContext>(IServiceProvider services) : IFilter<ConsumeContext>
    where TDbContext : DbContext
{
    public Task Send(ConsumeContext context, IPipe<ConsumeContext> next)
    {
        context.GetOrAddPayload<MessageSchedulerContext>(() => new ConsumeMessageSchedulerContext(context, Create));
        return next.Send(context);
    }

    public void Probe(ProbeContext context) => context.CreateFilterScope("outboxScheduler");

    /// <summary>The core asks anew with each context it wraps around the message; the unit of work's own one decides.</summary>
    private MessageScheduler Create(ConsumeContext context)
    {
        IScheduleSink sink = context.TryGetPayload<IOutboxUnitContext>(out var found)
            ? new UnitScheduleSink(found.Unit)
            : services.GetRequiredService<DirectScheduleSink<TDbContext>>();

        // The bus is made with this filter in it, so it is asked for only when a message is there.
        var topology = services.GetRequiredService<IBus>().Topology;
        var time = services.GetRequiredService<TimeProvider>();
        return new MessageScheduler(new OutboxScheduleProvider(sink, context, time), topology);
    }
}
