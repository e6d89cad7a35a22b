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
            await UntilAsync(async () => (await host.RowsAsync()).Any(row => row.DueAt > Time.GetUtcNow()));
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

    public sealed class On_SQLite() : When_a_message_is_redelivered(new InMemory<SqliteDatabase>());

    public sealed class On_PostgreSQL() : When_a_message_is_redelivered(new InMemory<PostgresDatabase>());

    public sealed class On_RabbitMQ() : When_a_message_is_redelivered(new OnRabbitMq());
}
