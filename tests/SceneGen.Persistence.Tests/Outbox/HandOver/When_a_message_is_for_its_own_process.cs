using MassTransit;
using Microsoft.Extensions.DependencyInjection;
using SceneGen.Persistence.Outbox;
using SceneGen.Persistence.Tests.Outbox.Infrastructure;
using SceneGen.Persistence.Tests.Outbox.Infrastructure.Grounds;
using SceneGen.Tests.Databases;

namespace SceneGen.Persistence.Tests.Outbox.HandOver;

public abstract class When_a_message_is_for_its_own_process(Ground ground) : OutboxSituation(ground)
{
    private static readonly Uri Steps = new("exchange:steps");

    private static readonly TimeSpan Lease = new OutboxOptions().Lease;

    private readonly Guid _id = NewId.NextGuid();
    private readonly Sent _sent = new();
    private readonly TaskCompletionSource _release = new(TaskCreationOptions.RunContinuationsAsynchronously);

    [Fact(Timeout = Timeout)]
    public async Task it_is_consumed_without_the_bus_and_its_row_goes()
    {
        var host = await BeginAsync(1, context => NoteAsync(context));

        await UntilAsync(() => Witness.Count<Step>() == 1);
        await UntilAsync(async () => (await host.RowsAsync()).Count == 0);

        Assert.Equal(0, _sent.Count);
        Assert.Equal(1, await host.NotesAsync("step"));
    }

    [Fact(Timeout = Timeout)]
    public async Task and_nobody_hands_over_it_goes_by_the_bus()
    {
        await BeginAsync(1, context => NoteAsync(context), outbox => outbox.HandOverConcurrency = 0);

        await UntilAsync(() => Witness.Count<Step>() == 1);

        await UntilAsync(() => _sent.Count == 1);
    }

    [Fact(Timeout = Timeout)]
    public async Task and_cannot_be_consumed_the_bus_learns_of_it()
    {
        var host = await BeginAsync(1, _ => throw new InvalidOperationException("Never."));

        await UntilAsync(() => Witness.Count<Fault<Step>>() == 1);
        await UntilAsync(async () => (await host.RowsAsync()).Count == 0);

        Assert.Equal(1, _sent.Count);
    }

    [Fact(Timeout = Timeout)]
    public async Task its_lease_is_renewed_for_as_long_as_it_is_worked_on()
    {
        var host = await BeginAsync(1, WorkAsync);
        await UntilAsync(() => Witness.Count<Step>() == 1);

        var end = Time.GetUtcNow() + (3 * Lease);
        while (Time.GetUtcNow() < end)
        {
            Time.Advance(TimeSpan.FromMilliseconds(500));
            Assert.True(Assert.Single(await host.RowsAsync()).VisibleAt > Time.GetUtcNow());
            await Task.Delay(5, Stop);
        }

        _release.SetResult();
        await UntilAsync(async () => (await host.RowsAsync()).Count == 0);
        Assert.Equal(1, Witness.Count<Step>());
    }

    [Fact(Timeout = Timeout)]
    public async Task what_waits_when_the_process_stops_is_left_to_the_next_one_at_once()
    {
        var host = await BeginAsync(2, WorkAsync, outbox => outbox.HandOverConcurrency = 1);
        await UntilAsync(() => Witness.Count<Step>() == 1);

        var stopping = host.StopAsync();
        _release.SetResult();
        await stopping;

        var stoppedAt = Time.GetUtcNow();
        var next = await StartAsync(bus => Add(bus, WorkAsync));
        await PassUntilAsync(() => Witness.Count<Step>() == 2);
        Assert.True(Time.GetUtcNow() - stoppedAt < Lease, "It waited for the lease to end.");
        await PassUntilAsync(async () => (await next.RowsAsync()).Count == 0);
        Assert.Equal([1, 2], Witness.All<Step>().Select(step => step.Number).Distinct());
    }

    /// <summary>Somebody has this many steps taken.</summary>
    private async Task<OutboxHost> BeginAsync(
        int steps, Func<ConsumeContext<Step>, Task> take, Action<OutboxOptions>? configure = null)
    {
        var host = await StartAsync(
            bus =>
            {
                Add(bus, take);
                bus.AddHandler(async (ConsumeContext<Begin> context) =>
                {
                    for (var number = 1; number <= steps; number++)
                    {
                        await context.Send(Steps, new Step(context.Message.Id, number));
                    }
                });
                bus.AddHandler((ConsumeContext<Fault<Step>> context) =>
                {
                    Witness.Saw(context.Message);
                    return Task.CompletedTask;
                });
            },
            configure);
        host.Bus.ConnectSendObserver(_sent);
        await host.Bus.Publish(new Begin(_id), Stop);
        return host;
    }

    private static void Add(IBusRegistrationConfigurator bus, Func<ConsumeContext<Step>, Task> take)
        => bus.AddHandler(take).Endpoint(endpoint =>
        {
            endpoint.Name = "steps";
            endpoint.ConfigureConsumeTopology = false;
        });

    private async Task WorkAsync(ConsumeContext<Step> context)
    {
        Witness.Saw(context.Message);
        await _release.Task.WaitAsync(context.CancellationToken);
    }

    private async Task NoteAsync(ConsumeContext<Step> context)
    {
        await context.GetPayload<IServiceProvider>().GetRequiredService<ShopDbContext>().Notes.AddAsync(
            new Note { Text = "step" }, context.CancellationToken);
        Witness.Saw(context.Message);
    }

    public sealed class On_SQLite() : When_a_message_is_for_its_own_process(new InMemory<SqliteDatabase>());

    public sealed class On_PostgreSQL() : When_a_message_is_for_its_own_process(new InMemory<PostgresSchema>());

    public sealed class On_RabbitMQ() : When_a_message_is_for_its_own_process(new OnRabbitMq());
}
