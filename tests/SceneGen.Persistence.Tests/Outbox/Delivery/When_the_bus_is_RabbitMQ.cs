using MassTransit;
using SceneGen.Persistence.Tests.Outbox.Infrastructure;
using SceneGen.Persistence.Tests.Outbox.Infrastructure.Grounds;
using SceneGen.Tests.Databases;

namespace SceneGen.Persistence.Tests.Outbox.Delivery;

public sealed class When_the_bus_is_RabbitMQ : OutboxSituation
{
    private readonly RabbitMqHost _broker;

    public When_the_bus_is_RabbitMQ()
        : this(new OnRabbitMq())
    {
    }

    private When_the_bus_is_RabbitMQ(OnRabbitMq ground)
        : base(ground)
        => _broker = ground.Broker;

    [Fact(Timeout = Timeout)]
    public async Task timers_and_redelivery_ask_it_for_no_delay_and_the_queues_are_quorum_queues()
    {
        var host = await StartAsync(bus =>
        {
            bus.AddHandler(async (ConsumeContext<Begin> context) =>
            {
                if (context.GetRedeliveryCount() == 0)
                {
                    throw new InvalidOperationException("Not yet.");
                }

                await context.SchedulePublish(
                    Time.GetUtcNow().UtcDateTime.AddMinutes(1), new Step(context.Message.Id, 1));
            });
            AddStep(bus);
            bus.AddConfigureEndpointsCallback((_, _, endpoint)
                => endpoint.UseScheduledRedelivery(redelivery => redelivery.Interval(1, TimeSpan.FromMinutes(1))));
        });

        await host.Bus.Publish(new Begin(NewId.NextGuid()), Stop);
        await UntilAsync(async () => (await host.RowsAsync()).Count == 1);
        Time.Advance(TimeSpan.FromMinutes(1));
        await UntilAsync(async () =>
        {
            Time.Advance(TimeSpan.FromSeconds(1));
            return Witness.Count<Step>() == 1 && (await host.RowsAsync()).Count == 0;
        });

        var kept = (await _broker.ListAsync("queues", Stop)).Where(queue => (bool)queue["durable"]!);
        Assert.Equal(
            ["Begin quorum", "Step quorum"], kept.Select(queue => $"{queue["name"]} {queue["type"]}").Order());
        Assert.DoesNotContain(
            await _broker.ListAsync("exchanges", Stop),
            exchange => (string)exchange["type"]! == "x-delayed-message");
    }

    [Fact(Timeout = Timeout)]
    public async Task a_message_reaches_who_listens_for_what_it_implements()
    {
        var host = await StartAsync(
            bus => bus.AddHandler((ConsumeContext<Begin> context) => context.Publish(new Stride(7))),
            more: (_, transport) =>
            {
                var rabbit = (IRabbitMqBusFactoryConfigurator)transport;
                rabbit.DeployPublishTopology = true;
                rabbit.AddPublishMessageTypes([typeof(Stride)]);
            });
        await StartAsync(bus => bus.AddHandler((ConsumeContext<IStride> context) => Saw(context.Message.Length)));

        await host.Bus.Publish(new Begin(NewId.NextGuid()), Stop);

        await UntilAsync(() => Witness.Count<int>() == 1);
        Assert.Equal([7], Witness.All<int>());
    }

    [Fact(Timeout = Timeout)]
    public async Task a_routing_key_decides_where_a_message_goes()
    {
        var host = await StartAsync(
            bus =>
            {
                bus.AddHandler(async (ConsumeContext<Begin> context) =>
                {
                    await context.Publish(new Stride(1), stride => stride.SetRoutingKey("south"));
                    await context.Publish(new Stride(2), stride => stride.SetRoutingKey("north"));
                });
                bus.AddHandler((ConsumeContext<Stride> context) => Saw(context.Message.Length));
                bus.AddConfigureEndpointsCallback((_, name, endpoint) =>
                {
                    if (name == "Stride")
                    {
                        endpoint.ConfigureConsumeTopology = false;
                        ((IRabbitMqReceiveEndpointConfigurator)endpoint).Bind<Stride>(exchange =>
                        {
                            exchange.ExchangeType = "direct";
                            exchange.RoutingKey = "north";
                        });
                    }
                });
            },
            more: (_, transport) => ((IRabbitMqBusFactoryConfigurator)transport)
                .Publish<Stride>(stride => stride.ExchangeType = "direct"));

        await host.Bus.Publish(new Begin(NewId.NextGuid()), Stop);

        await UntilAsync(() => Witness.Count<int>() >= 1);
        await UntilAsync(async () => (await host.RowsAsync()).Count == 0);
        Assert.Equal([2], Witness.All<int>());
    }

    private void AddStep(IBusRegistrationConfigurator bus)
        => bus.AddHandler((ConsumeContext<Step> context) => Saw(context.Message));

    private Task Saw(object what)
    {
        Witness.Saw(what);
        return Task.CompletedTask;
    }

    public interface IStride
    {
        int Length { get; }
    }

    public sealed record Stride(int Length) : IStride;
}
