using MassTransit;
using Microsoft.Extensions.DependencyInjection;
using SceneGen.Persistence.Outbox;
using SceneGen.Persistence.Outbox.Delivery;
using SceneGen.Persistence.Tests.Outbox.Delivery;
using SceneGen.Persistence.Tests.Outbox.Infrastructure;
using SceneGen.Persistence.Tests.Outbox.Infrastructure.Grounds;
using SceneGen.Tests.Databases;

namespace SceneGen.Persistence.Tests.Outbox;

public abstract class When_two_hosts_share_a_database(Ground ground, int hostsAtWork) : OutboxSituation(ground)
{
    private const int Timers = 1000;

    [Fact(Timeout = Timeout)]
    public async Task a_thousand_timers_due_at_once_fire_once_each()
    {
        var hosts = new[] { await StartAsync(Add, LeasesForLong), await StartAsync(Add, LeasesForLong) };
        var sent = hosts.Select(host =>
        {
            var observer = new CountsSent();
            host.Bus.ConnectSendObserver(observer);
            return observer;
        }).ToList();
        await hosts[0].Bus.Publish(new Begin(NewId.NextGuid()), Stop);
        await UntilAsync(async () => (await hosts[0].RowsAsync()).Count == Timers);

        Time.Advance(TimeSpan.FromHours(1));

        await PassUntilAsync(() => Witness.Count<Step>() >= Timers);
        await UntilAsync(async () => (await hosts[0].RowsAsync()).Count == 0);
        Assert.Equal(Enumerable.Range(0, Timers), Witness.All<Step>().Select(step => step.Number).Order());
        Assert.InRange(sent.Count(one => one.Count > 0), hostsAtWork, hosts.Length);
    }

    [Fact(Timeout = Timeout)]
    public async Task a_row_is_never_taken_up_by_two()
    {
        // A bus that was never started keeps the sweepers of these hosts from their work.
        var hosts = new[] { NewHost(Add, LeasesForLong), NewHost(Add, LeasesForLong) };
        await hosts[0].AddRowsAsync([.. Enumerable.Range(0, 600).Select(_ => Due())]);

        var taken = await Task.WhenAll(
            hosts.SelectMany(host => Enumerable.Range(0, 4).Select(_ => TakeAllAsync(host))));

        Assert.Equal(600, taken.Sum(ids => ids.Count));
        Assert.Equal(600, taken.SelectMany(ids => ids).Distinct().Count());
    }

    private static async Task<List<long>> TakeAllAsync(OutboxHost host)
    {
        var table = host.Services.GetRequiredService<OutboxTable<ShopDbContext>>();
        var ids = new List<long>();
        IReadOnlyList<OutboxMessage> rows;
        while ((rows = await table.TakeAsync(Stop)).Count > 0)
        {
            ids.AddRange(rows.Select(row => row.Id));
        }

        return ids;
    }

    /// <summary>So that no row is due again while the test goes on.</summary>
    private static void LeasesForLong(OutboxOptions outbox)
    {
        outbox.Lease = TimeSpan.FromDays(1);
        outbox.BatchSize = 20;
    }

    private OutboxMessage Due() => new()
    {
        VisibleAt = Time.GetUtcNow(),
        MessageId = NewId.NextGuid(),
        Destination = "exchange:nowhere",
        ContentType = "application/vnd.masstransit+json",
        Body = "{}",
        Envelope = "{}",
    };

    private void Add(IBusRegistrationConfigurator bus)
    {
        bus.AddHandler(async (ConsumeContext<Begin> context) =>
        {
            for (var i = 0; i < Timers; i++)
            {
                await context.SchedulePublish(
                    Time.GetUtcNow().UtcDateTime.AddHours(1), new Step(context.Message.Id, i));
            }
        });
        bus.AddHandler((ConsumeContext<Step> context) =>
        {
            Witness.Saw(context.Message);
            return Task.CompletedTask;
        });
    }

    /// <summary>It has one writer: who comes first may do it all.</summary>
    public sealed class On_SQLite()
        : When_two_hosts_share_a_database(new InMemory<SqliteDatabase>(), hostsAtWork: 1);

    public sealed class On_PostgreSQL()
        : When_two_hosts_share_a_database(new InMemory<PostgresSchema>(), hostsAtWork: 2);

    public sealed class On_RabbitMQ() : When_two_hosts_share_a_database(new OnRabbitMq(), hostsAtWork: 2);
}
