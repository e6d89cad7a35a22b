using MassTransit;
using SceneGen.Persistence.Tests.Outbox.Infrastructure;
using SceneGen.Persistence.Tests.Outbox.Infrastructure.Grounds;
using SceneGen.Tests.Databases;

namespace SceneGen.Persistence.Tests.Outbox;

public abstract class When_two_hosts_share_a_database(Ground ground) : OutboxSituation(ground)
{
    [Fact(Timeout = Timeout)]
    public async Task two_hundred_rows_due_at_once_leave_once_each()
    {
        var hosts = new[] { await StartAsync(Add), await StartAsync(Add) };
        var due = (Time.GetUtcNow() + TimeSpan.FromHours(1)).UtcDateTime;
        await hosts[0].ScheduleAsync(due, [.. Enumerable.Range(0, 200).Select(i => new Step(Guid.Empty, i))]);

        Time.Advance(TimeSpan.FromHours(1));

        await PassUntilAsync(() => Witness.Count<Step>() >= 200);
        await UntilAsync(async () => (await hosts[0].RowsAsync()).Count == 0);
        Assert.Equal(Enumerable.Range(0, 200), Witness.All<Step>().Select(step => step.Number).Order());
    }

    private void Add(IBusRegistrationConfigurator bus) => bus.AddHandler((ConsumeContext<Step> context) =>
    {
        Witness.Saw(context.Message);
        return Task.CompletedTask;
    });

    public sealed class On_SQLite() : When_two_hosts_share_a_database(new InMemory<SqliteDatabase>());

    public sealed class On_PostgreSQL() : When_two_hosts_share_a_database(new InMemory<PostgresDatabase>());

    public sealed class On_RabbitMQ() : When_two_hosts_share_a_database(new OnRabbitMq());
}
