using MassTransit;
using SceneGen.Persistence.Tests.Outbox.Infrastructure;
using SceneGen.Persistence.Tests.Outbox.Infrastructure.Grounds;
using SceneGen.Persistence.Tests.Outbox.Sagas.Machines;
using SceneGen.Persistence.Tests.Scheduling;
using SceneGen.Tests.Databases;

namespace SceneGen.Persistence.Tests.Outbox;

public abstract class When_a_message_comes_more_than_once(Ground ground) : OutboxSituation(ground)
{
    private readonly Guid _id = NewId.NextGuid();

    [Fact(Timeout = Timeout)]
    public async Task four_copies_at_once_have_one_effect()
    {
        var host = await StartAsync(AddHundredSteps);

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => SayAsync(host)));

        await UntilAsync(() => Witness.Count<Begin>() >= 4 && Witness.Count<Step>() >= 100);
        await UntilAsync(async () => (await host.RowsAsync()).Count == 0);
        Assert.Equal(Enumerable.Range(0, 100), Witness.All<Step>().Select(step => step.Number).Order());
        Assert.Equal(1, await host.NotesAsync("begun"));
    }

    [Fact(Timeout = Timeout)]
    public async Task copies_on_two_hosts_have_one_effect()
    {
        var hosts = new[] { await StartAsync(AddHundredSteps), await StartAsync(AddHundredSteps) };

        await Task.WhenAll(hosts.SelectMany(host => new[] { SayAsync(host), SayAsync(host) }));

        await UntilAsync(() => Witness.Count<Begin>() >= 4 && Witness.Count<Step>() >= 100);
        await UntilAsync(async () => (await hosts[0].RowsAsync()).Count == 0);
        Assert.Equal(100, Witness.Count<Step>());
        Assert.Equal(1, await hosts[0].NotesAsync("begun"));
    }

    [Fact(Timeout = Timeout)]
    public async Task a_copy_that_comes_while_the_first_is_being_consumed_has_no_effect()
    {
        var hosts = new[] { await StartAsync(AddMeeting), await StartAsync(AddMeeting) };

        await Task.WhenAll(hosts.Select(SayAsync));

        await UntilAsync(async () => await hosts[0].NotesAsync("begun") > 0);
        await UntilAsync(async () => Witness.Count<Step>() > 0 && (await hosts[0].RowsAsync()).Count == 0);
        Assert.Equal(2, Witness.Count<Begin>());
        Assert.Equal(1, await hosts[0].NotesAsync("begun"));
        Assert.Equal(1, Witness.Count<Step>());
    }

    [Fact(Timeout = Timeout)]
    public async Task copies_of_a_sagas_event_on_two_hosts_count_once()
    {
        var hosts = new[] { await StartAsync(AddSpeaking), await StartAsync(AddSpeaking) };
        await hosts[0].Bus.Publish(new Begin(_id), Stop);
        await UntilAsync(async () => await hosts[0].CartAsync(_id) is not null);

        await Task.WhenAll(Enumerable.Range(0, 6).Select(i => hosts[i % 2].Bus.Publish(
            new Step(_id, 1), step => step.MessageId = _id, Stop)));
        await Task.WhenAll(hosts.Select(host => host.Bus.Publish(new Step(_id, 2), Stop)));

        await UntilAsync(async () => await hosts[0].CartAsync(_id) is { Items: >= 3 });
        await UntilAsync(async () => (await hosts[0].RowsAsync()).Count == 1 && Witness.Count<CartOrdered>() >= 3);
        Assert.Equal(3, (await hosts[0].CartAsync(_id))!.Items);
        Assert.Equal(3, Witness.Count<CartOrdered>());
    }

    [Fact(Timeout = Timeout)]
    public async Task a_late_copy_to_a_saga_that_has_moved_on_is_no_fault()
    {
        var host = await StartAsync(bus =>
        {
            bus.AddSagaStateMachine<TurnstileStateMachine, Cart>()
                .EntityFrameworkRepository(repository => repository.ExistingDbContext<ShopDbContext>());
            bus.AddHandler((ConsumeContext<Fault<Begin>> context) => Saw(context));
            bus.AddHandler((ConsumeContext<Step> context) => Saw(context));
        });
        await SayAsync(host);
        await UntilAsync(async () => await host.CartAsync(_id) is not null);

        await SayAsync(host);
        await host.Bus.Publish(new Begin(_id), Stop);

        await UntilAsync(() => Witness.Count<Fault<Begin>>() > 0);
        Assert.NotEqual(_id, Assert.Single(Witness.All<Fault<Begin>>()).FaultedMessageId);
    }

    private Task SayAsync(OutboxHost host) => host.Bus.Publish(new Begin(_id), begin => begin.MessageId = _id, Stop);

    private void AddMeeting(IBusRegistrationConfigurator bus)
    {
        bus.AddHandler(async (ConsumeContext<Begin> context, ShopDbContext shop) =>
        {
            Witness.Saw(context.Message);
            await UntilAsync(() => Witness.Count<Begin>() == 2);
            shop.Notes.Add(new Note { Text = "begun" });
            await context.Publish(new Step(context.Message.Id, 1));
        });
        bus.AddHandler((ConsumeContext<Step> context) => Saw(context));
    }

    private void AddSpeaking(IBusRegistrationConfigurator bus)
    {
        bus.AddSagaStateMachine<SpeakingStateMachine, Cart>()
            .EntityFrameworkRepository(repository => repository.ExistingDbContext<ShopDbContext>());
        bus.AddHandler((ConsumeContext<CartOrdered> context) => Saw(context));
        bus.AddConfigureEndpointsCallback((_, _, endpoint) => endpoint.UseMessageRetry(
            retry => retry.Interval(50, TimeSpan.FromMilliseconds(10))));
    }

    private void AddHundredSteps(IBusRegistrationConfigurator bus)
    {
        bus.AddHandler(async (ConsumeContext<Begin> context, ShopDbContext shop) =>
        {
            Witness.Saw(context.Message);
            shop.Notes.Add(new Note { Text = "begun" });
            await Task.WhenAll(Enumerable.Range(0, 100).Select(i => context.Publish(new Step(context.Message.Id, i))));
        });
        bus.AddHandler((ConsumeContext<Step> context) => Saw(context));
        bus.AddConfigureEndpointsCallback((_, _, endpoint) => endpoint.UseMessageRetry(retry => retry.Immediate(3)));
    }

    private Task Saw<T>(ConsumeContext<T> context)
        where T : class
    {
        Witness.Saw(context.Message);
        return Task.CompletedTask;
    }

    public sealed class On_SQLite() : When_a_message_comes_more_than_once(new InMemory<SqliteDatabase>());

    public sealed class On_PostgreSQL() : When_a_message_comes_more_than_once(new InMemory<PostgresSchema>());

    public sealed class On_RabbitMQ() : When_a_message_comes_more_than_once(new OnRabbitMq());
}
