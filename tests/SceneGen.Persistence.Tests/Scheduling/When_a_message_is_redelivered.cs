using MassTransit;
using SceneGen.Persistence.Tests.Outbox.Infrastructure;
using SceneGen.Persistence.Tests.Outbox.Infrastructure.Grounds;
using SceneGen.Tests.Databases;

namespace SceneGen.Persistence.Tests.Scheduling;

public abstract class When_a_message_is_redelivered(Ground ground) : OutboxSituation(ground)
{
    private readonly Guid _id = NewId.NextGuid();

    [Fact(Timeout = Timeout)]
    public async Task the_intervals_hold_and_each_is_counted()
    {
        var host = await StartAsync(bus =>
        {
            bus.AddHandler((ConsumeContext<Begin> context) =>
            {
                Witness.Saw((context.GetRedeliveryCount(), Time.GetUtcNow()));
                return context.GetRedeliveryCount() < 3
                    ? throw new InvalidOperationException("Not yet.")
                    : context.Publish(new Step(context.Message.Id, context.GetRedeliveryCount()));
            });
            bus.AddHandler((ConsumeContext<Step> context) =>
            {
                Witness.Saw(context.Message);
                return Task.CompletedTask;
            });
            bus.AddConfigureEndpointsCallback((_, _, endpoint) => endpoint.UseScheduledRedelivery(
                redelivery => redelivery.Intervals(
                    TimeSpan.FromHours(1), TimeSpan.FromHours(3), TimeSpan.FromHours(6))));
        });

        await host.Bus.Publish(new Begin(_id), Stop);
        for (var count = 1; count <= 3; count++)
        {
            // Alone: to a row that is still on its way, the leap would be the end of its lease.
            await UntilAsync(async () => await host.RowsAsync() is [var row] && row.DueAt > Time.GetUtcNow());
            Time.Advance(TimeSpan.FromHours(count));
            await PassUntilAsync(() => Witness.Count<(int, DateTimeOffset)>() == count + 1);
        }

        await UntilAsync(() => Witness.Count<Step>() == 1);
        var seen = Witness.All<(int Count, DateTimeOffset At)>();
        Assert.Equal([0, 1, 2, 3], seen.Select(one => one.Count));

        // The core counts each interval from the real time, which has hardly moved.
        Assert.Equal(1, (seen[1].At - seen[0].At).TotalHours, 0.1);
        Assert.Equal(3, (seen[2].At - seen[0].At).TotalHours, 0.1);
        Assert.Equal(6, (seen[3].At - seen[0].At).TotalHours, 0.1);
    }

    [Fact(Timeout = Timeout)]
    public async Task by_its_consumer_it_comes_with_what_the_consumer_added()
    {
        var host = await StartAsync(bus => bus.AddHandler(async (ConsumeContext<Begin> context, ShopDbContext shop) =>
        {
            shop.Notes.Add(new Note { Text = "begun" });
            Witness.Saw((context.GetRedeliveryCount(), context.Headers.Get<string>("Reason")));
            if (context.GetRedeliveryCount() == 0)
            {
                await context.Redeliver(
                    TimeSpan.FromMinutes(1), (_, again) => again.Headers.Set("Reason", "too early"));
            }
        }));

        await host.Bus.Publish(new Begin(_id), Stop);
        await UntilAsync(async () => (await host.RowsAsync()).Count == 1);
        Time.Advance(TimeSpan.FromMinutes(1));

        await PassUntilAsync(() => Witness.Count<(int, string?)>() == 2);
        await UntilAsync(async () => await host.NotesAsync("begun") == 2 && (await host.RowsAsync()).Count == 0);
        Assert.Equal([(0, null), (1, "too early")], Witness.All<(int, string?)>());
    }

    [Fact(Timeout = Timeout)]
    public async Task it_is_retried_each_time_and_at_the_end_there_is_one_fault()
    {
        var host = await StartAsync(bus =>
        {
            bus.AddHandler((ConsumeContext<Begin> context) =>
            {
                Witness.Saw(context.GetRedeliveryCount());
                throw new InvalidOperationException("Never.");
            });
            bus.AddHandler((ConsumeContext<Fault<Begin>> context) =>
            {
                Witness.Saw(context.Message);
                return Task.CompletedTask;
            });
            RedeliverOnce(bus, retries: 2);
        });

        await host.Bus.Publish(new Begin(_id), Stop);
        await UntilAsync(async () => (await host.RowsAsync()).Count == 1);
        Assert.Equal(0, Witness.Count<Fault<Begin>>());
        Time.Advance(TimeSpan.FromMinutes(1));
        await PassUntilAsync(() => Witness.Count<Fault<Begin>>() > 0);

        Assert.Equal([0, 0, 0, 1, 1, 1], Witness.All<int>());
        Assert.Equal(1, Witness.Count<Fault<Begin>>());
    }

    [Fact(Timeout = Timeout)]
    public async Task because_it_could_not_say_something_it_says_it_then()
    {
        var host = await StartAsync(bus =>
        {
            bus.AddHandler(async (ConsumeContext<Begin> context) =>
            {
                await context.Publish(new Step(context.Message.Id, 1));
                await context.Publish(new Step(context.Message.Id, 2), step => step.Headers.Set(
                    "Count",
                    context.GetRedeliveryCount() > 0 ? "1" : throw new InvalidOperationException("Not yet.")));
            });
            bus.AddHandler((ConsumeContext<Step> context) =>
            {
                Witness.Saw(context.Message);
                return Task.CompletedTask;
            });
            RedeliverOnce(bus, retries: 0);
        });

        await host.Bus.Publish(new Begin(_id), Stop);
        await UntilAsync(async () => (await host.RowsAsync()).Count == 1);
        Time.Advance(TimeSpan.FromMinutes(1));

        await PassUntilAsync(() => Witness.Count<Step>() >= 2);
        await UntilAsync(async () => (await host.RowsAsync()).Count == 0);
        Assert.Equal([1, 2], Witness.All<Step>().Select(step => step.Number).Order());
    }

    [Fact(Timeout = Timeout)]
    public async Task because_its_saga_was_not_there_yet_it_is_answered_when_it_is()
    {
        var host = await StartAsync(bus =>
        {
            bus.AddSagaStateMachine<LateStateMachine, Cart>()
                .EntityFrameworkRepository(repository => repository.ExistingDbContext<ShopDbContext>())
                .Endpoint(endpoint => endpoint.Name = "carts");
        });
        var asked = host.Bus.Request<Step, CartGivenUp>(new Step(_id, 7), Stop);
        await UntilAsync(async () => (await host.RowsAsync()).Count == 1);

        await host.Bus.Publish(new Begin(_id), Stop);
        await UntilAsync(async () => await host.CartAsync(_id) is not null);
        Time.Advance(TimeSpan.FromMinutes(1));
        await PassUntilAsync(() => asked.IsCompleted);

        Assert.Equal(7, (await asked).Message.Items);
    }

    private static void RedeliverOnce(IBusRegistrationConfigurator bus, int retries)
        => bus.AddConfigureEndpointsCallback((_, _, endpoint) =>
        {
            endpoint.UseScheduledRedelivery(redelivery => redelivery.Interval(1, TimeSpan.FromMinutes(1)));
            endpoint.UseMessageRetry(retry => retry.Immediate(retries));
        });

    public sealed class On_SQLite() : When_a_message_is_redelivered(new InMemory<SqliteDatabase>());

    public sealed class On_PostgreSQL() : When_a_message_is_redelivered(new InMemory<PostgresSchema>());

    public sealed class On_RabbitMQ() : When_a_message_is_redelivered(new OnRabbitMq());
}
