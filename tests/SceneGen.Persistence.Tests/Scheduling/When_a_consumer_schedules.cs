using MassTransit;
using SceneGen.Persistence.Tests.Outbox.Infrastructure;
using SceneGen.Persistence.Tests.Outbox.Infrastructure.Grounds;
using SceneGen.Tests.Databases;

namespace SceneGen.Persistence.Tests.Scheduling;

public abstract class When_a_consumer_schedules(Ground ground) : OutboxSituation(ground)
{
    private readonly Guid _id = NewId.NextGuid();

    [Theory(Timeout = Timeout)]
    [InlineData(false)]
    [InlineData(true)]
    public async Task and_then_throws_nothing_was_scheduled(bool isInjected)
    {
        var host = await StartAsync(bus => Add(bus, isInjected, throws: true));

        await host.Bus.Publish(new Begin(_id), Stop);

        await UntilAsync(() => Witness.Count<Fault<Begin>>() == 1);
        Assert.Empty(await host.RowsAsync());
    }

    [Theory(Timeout = Timeout)]
    [InlineData(false)]
    [InlineData(true)]
    public async Task and_is_done_it_comes(bool isInjected)
    {
        var host = await StartAsync(bus => Add(bus, isInjected, throws: false));

        await host.Bus.Publish(new Begin(_id), Stop);

        await UntilAsync(async () => (await host.RowsAsync()).Count == 1);
        Time.Advance(TimeSpan.FromHours(1));
        await PassUntilAsync(() => Witness.Count<Step>() == 1);
    }

    [Fact(Timeout = Timeout)]
    public async Task without_an_outbox_it_stays_scheduled_though_it_throws()
    {
        var host = await StartAsync(
            bus => Add(bus, isInjected: false, throws: true),
            outbox => outbox.EndpointsWithout.Add("first"));

        await host.Bus.Publish(new Begin(_id), Stop);

        await UntilAsync(() => Witness.Count<Fault<Begin>>() == 1);
        Assert.Single(await host.RowsAsync());
    }

    [Fact(Timeout = Timeout)]
    public async Task and_takes_it_back_in_the_same_breath_nothing_is_left()
    {
        var host = await StartAsync(bus =>
        {
            bus.AddHandler(async (ConsumeContext<Begin> context) =>
            {
                var scheduled = await context.SchedulePublish(Later, new Step(context.Message.Id, 1));
                await context.CancelScheduledSend(scheduled);
                await context.Publish(new Step(context.Message.Id, 2));
            });
            AddStep(bus);
        });

        await host.Bus.Publish(new Begin(_id), Stop);

        await UntilAsync(() => Witness.Count<Step>() == 1);
        await UntilAsync(async () => (await host.RowsAsync()).Count == 0);
    }

    private DateTime Later => Time.GetUtcNow().UtcDateTime.AddHours(1);

    private void Add(IBusRegistrationConfigurator bus, bool isInjected, bool throws)
    {
        bus.AddHandler(async (ConsumeContext<Begin> context, IMessageScheduler injected) =>
        {
            var step = new Step(context.Message.Id, 1);
            await (isInjected ? injected.SchedulePublish(Later, step, Stop) : context.SchedulePublish(Later, step));
            if (throws)
            {
                throw new InvalidOperationException("Never.");
            }
        }).Endpoint(endpoint => endpoint.Name = "first");
        bus.AddHandler((ConsumeContext<Fault<Begin>> context) =>
        {
            Witness.Saw(context.Message);
            return Task.CompletedTask;
        });
        AddStep(bus);
    }

    private void AddStep(IBusRegistrationConfigurator bus) => bus.AddHandler((ConsumeContext<Step> context) =>
    {
        Witness.Saw(context.Message);
        return Task.CompletedTask;
    });

    public sealed class On_SQLite() : When_a_consumer_schedules(new InMemory<SqliteDatabase>());

    public sealed class On_PostgreSQL() : When_a_consumer_schedules(new InMemory<PostgresSchema>());

    public sealed class On_RabbitMQ() : When_a_consumer_schedules(new OnRabbitMq());
}
