using MassTransit;
using MassTransit.Scheduling;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SceneGen.Persistence.Scheduling;
using SceneGen.Persistence.Tests.Outbox.Infrastructure;
using SceneGen.Persistence.Tests.Outbox.Infrastructure.Grounds;
using SceneGen.Tests.Databases;

namespace SceneGen.Persistence.Tests.Scheduling;

public abstract class When_a_request_schedules(Ground ground) : OutboxSituation(ground)
{
    private readonly Guid _id = NewId.NextGuid();

    private DateTime Now => Time.GetUtcNow().UtcDateTime;

    [Fact(Timeout = Timeout)]
    public async Task the_timer_is_saved_with_its_state_and_fires()
    {
        var host = await StartAsync(Add);

        await host.RequestAsync(async (services, shop) =>
        {
            await ScheduleAsync(services, Now.AddHours(1), 1);
            Assert.Empty(await host.RowsAsync());
            await shop.SaveChangesAsync(Stop);
        });

        Assert.Single(await host.RowsAsync());
        Time.Advance(TimeSpan.FromHours(1));
        await PassUntilAsync(() => Witness.Count<Step>() == 1);
    }

    [Fact(Timeout = Timeout)]
    public async Task it_can_take_back_what_it_has_not_saved_yet()
    {
        var host = await StartAsync(Add);

        await host.RequestAsync(async (services, shop) =>
        {
            var token = await ScheduleAsync(services, Now.AddHours(1), 1);
            await CancelAsync(services, token);
            await shop.SaveChangesAsync(Stop);
        });

        Assert.Empty(await host.RowsAsync());
    }

    [Fact(Timeout = Timeout)]
    public async Task it_takes_back_an_earlier_ones_timer_when_it_saves()
    {
        var host = await StartAsync(Add);
        var token = Guid.Empty;
        await host.RequestAsync(async (services, shop) =>
        {
            token = await ScheduleAsync(services, Now.AddHours(1), 1);
            await shop.SaveChangesAsync(Stop);
        });

        await host.RequestAsync(async (services, shop) =>
        {
            await CancelAsync(services, token);
            Assert.Single(await host.RowsAsync());
            await shop.SaveChangesAsync(Stop);
        });

        Assert.Empty(await host.RowsAsync());
    }

    [Fact(Timeout = Timeout)]
    public async Task a_save_that_fails_takes_nothing_back()
    {
        var host = await StartAsync(Add);
        var token = Guid.Empty;
        await host.RequestAsync(async (services, shop) =>
        {
            token = await ScheduleAsync(services, Now.AddHours(1), 1);
            await shop.SaveChangesAsync(Stop);
        });

        await host.RequestAsync(async (services, shop) =>
        {
            await CancelAsync(services, token);
            shop.Notes.AddRange(new Note { Unique = "one" }, new Note { Unique = "one" });
            await Assert.ThrowsAsync<DbUpdateException>(() => shop.SaveChangesAsync(Stop));
        });

        Assert.Single(await host.RowsAsync());
    }

    [Fact(Timeout = Timeout)]
    public async Task the_same_token_in_the_next_one_replaces_it()
    {
        ScheduleTokenId.UseTokenId<NamedStep>(step => step.Token);
        var host = await StartAsync(Add);
        await host.ScheduleAsync(Now.AddHours(1), new NamedStep(_id, 1), new NamedStep(_id, 2));

        await host.ScheduleAsync(Now.AddHours(2), new NamedStep(_id, 3));

        Assert.Equal(_id, Assert.Single(await host.RowsAsync()).TokenId);
        Time.Advance(TimeSpan.FromHours(2));
        await PassUntilAsync(() => Witness.Count<NamedStep>() == 1);
        Assert.Equal(3, Witness.All<NamedStep>()[0].Number);
    }

    [Fact(Timeout = Timeout)]
    public async Task it_can_make_a_timer_due_at_once_and_only_one_that_waits()
    {
        var host = await StartAsync(Add);
        var token = Guid.Empty;
        await host.RequestAsync(async (services, shop) =>
        {
            token = await ScheduleAsync(services, Now.AddHours(1), 1);
            await shop.SaveChangesAsync(Stop);
        });

        await host.RequestAsync(async (services, _) =>
        {
            var timers = services.GetRequiredService<PendingTimers<ShopDbContext>>();
            Assert.False(await timers.HurryAsync(NewId.NextGuid(), Stop));
            Assert.True(await timers.HurryAsync(token, Stop));
            Assert.False(await timers.HurryAsync(token, Stop));
            timers.Ring();
        });

        await UntilAsync(() => Witness.Count<Step>() == 1);
        await UntilAsync(async () => (await host.RowsAsync()).Count == 0);
    }

    private static Task CancelAsync(IServiceProvider services, Guid token)
        => services.GetRequiredService<IMessageScheduler>().CancelScheduledPublish<Step>(token, Stop);

    private async Task<Guid> ScheduleAsync(IServiceProvider services, DateTime due, int number)
    {
        var scheduler = services.GetRequiredService<IMessageScheduler>();
        return (await scheduler.SchedulePublish(due, new Step(_id, number), Stop)).TokenId;
    }

    private void Add(IBusRegistrationConfigurator bus)
    {
        bus.AddHandler((ConsumeContext<Step> context) => Saw(context.Message));
        bus.AddHandler((ConsumeContext<NamedStep> context) => Saw(context.Message));
    }

    private Task Saw(object message)
    {
        Witness.Saw(message);
        return Task.CompletedTask;
    }

    public sealed record NamedStep(Guid Token, int Number);

    public sealed class On_SQLite() : When_a_request_schedules(new InMemory<SqliteDatabase>());

    public sealed class On_PostgreSQL() : When_a_request_schedules(new InMemory<PostgresSchema>());

    public sealed class On_RabbitMQ() : When_a_request_schedules(new OnRabbitMq());
}
