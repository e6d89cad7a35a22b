using MassTransit;
using Microsoft.Extensions.DependencyInjection;
using SceneGen.Persistence.Tests.Outbox.Infrastructure;
using SceneGen.Persistence.Tests.Outbox.Infrastructure.Grounds;
using SceneGen.Tests.Databases;

namespace SceneGen.Persistence.Tests.Outbox.Delivery;

public sealed class When_the_broker_is_away : OutboxSituation
{
    private readonly RabbitMqHost _broker;

    public When_the_broker_is_away()
        : this(new OnRabbitMq())
    {
    }

    private When_the_broker_is_away(OnRabbitMq ground)
        : base(ground)
        => _broker = ground.Broker;

    [Fact(Timeout = Timeout)]
    public async Task for_longer_than_the_leases_what_was_decided_leaves_when_it_is_back()
    {
        var host = await StartAsync(
            bus => bus.AddHandler((ConsumeContext<Step> context) =>
            {
                Witness.Saw(context.Message);
                return Task.CompletedTask;
            }),
            outbox => outbox.MostDeliveries = 3);
        await host.ScheduleAsync(Time.GetUtcNow().UtcDateTime.AddMinutes(1), new Step(Guid.Empty, 1));

        await _broker.DeleteAsync(Stop);
        await UntilAsync(() => Health(host) != BusHealthStatus.Healthy);
        await host.ScheduleAsync(Time.GetUtcNow().UtcDateTime, new Step(Guid.Empty, 2), new Step(Guid.Empty, 3));
        for (var i = 0; i < 10; i++)
        {
            Time.Advance(TimeSpan.FromMinutes(1));
            Assert.Equal([0, 0, 0], (await host.RowsAsync()).Select(row => row.Deliveries));
        }

        await _broker.CreateAsync(Stop);
        await PassUntilAsync(() => Witness.Count<Step>() == 3);
        await UntilAsync(async () => (await host.RowsAsync()).Count == 0);
        Assert.Equal([1, 2, 3], Witness.All<Step>().Select(step => step.Number).Order());
    }

    private static BusHealthStatus Health(OutboxHost host)
        => host.Services.GetRequiredService<IBusControl>().CheckHealth().Status;
}
