using MassTransit;
using SceneGen.Persistence.Tests.Outbox.Infrastructure;
using SceneGen.Persistence.Tests.Outbox.Infrastructure.Grounds;
using SceneGen.Tests.Databases;

namespace SceneGen.Persistence.Tests.Outbox.Delivery;

public abstract class When_the_database_is_away(Ground ground) : OutboxSituation(ground)
{
    [Fact(Timeout = Timeout)]
    public async Task the_sweeper_waits_between_its_attempts_and_goes_on_when_it_is_back()
    {
        var away = new DatabaseAway(Time, Witness);
        var host = await StartAsync(
            bus => bus.AddHandler((ConsumeContext<Step> context) =>
            {
                Witness.Saw(context.Message);
                return Task.CompletedTask;
            }),
            database: options => options.AddInterceptors(away));
        await host.ScheduleAsync(Time.GetUtcNow().UtcDateTime.AddMinutes(1), new Step(Guid.Empty, 1));

        away.IsAway = true;
        Time.Advance(TimeSpan.FromMinutes(1));
        await PassUntilAsync(() => Witness.Count<DateTimeOffset>() >= 5);
        away.IsAway = false;

        await PassUntilAsync(() => Witness.Count<Step>() == 1);
        await UntilAsync(async () => (await host.RowsAsync()).Count == 0);

        // To be told of a timer is a reason not to wait, once.
        var tried = Witness.All<DateTimeOffset>().Skip(1).ToList();
        Assert.All(tried.Zip(tried.Skip(1)), pair
            => Assert.InRange(pair.Second - pair.First, TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(1)));
    }

    public sealed class On_SQLite() : When_the_database_is_away(new InMemory<SqliteDatabase>());

    public sealed class On_PostgreSQL() : When_the_database_is_away(new InMemory<PostgresSchema>());

    public sealed class On_RabbitMQ() : When_the_database_is_away(new OnRabbitMq());
}
