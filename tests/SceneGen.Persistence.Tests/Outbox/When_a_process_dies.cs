using MassTransit;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using SceneGen.Persistence.Outbox;
using SceneGen.Persistence.Outbox.Delivery;
using SceneGen.Persistence.Outbox.HandOver;
using SceneGen.Persistence.Tests.Outbox.Infrastructure;
using SceneGen.Persistence.Tests.Outbox.Infrastructure.Grounds;
using SceneGen.Tests.Databases;

namespace SceneGen.Persistence.Tests.Outbox;

public abstract class When_a_process_dies(Ground ground) : OutboxSituation(ground)
{
    private const int AtOnce = 4;

    private readonly Guid _id = NewId.NextGuid();
    private bool _isHeld;

    [Fact(Timeout = Timeout)]
    public async Task between_commit_and_delivery_the_next_one_delivers_when_the_lease_is_over()
    {
        var dying = await StartAsync(Add, services: services =>
        {
            Without<OutboxDelivery<ShopDbContext>>(services);
            Without<OutboxHandOver<ShopDbContext>>(services);
            Without<OutboxLeases<ShopDbContext>>(services);
        });
        await dying.Bus.Publish(new Begin(_id), Stop);
        await UntilAsync(async () => (await dying.RowsAsync()).Count == 3);
        await dying.StopAsync();
        Assert.Equal(0, Witness.Count<Step>());

        var next = await StartAsync(Add);
        Time.Advance(TimeSpan.FromMinutes(1));

        await PassUntilAsync(() => Witness.Count<Step>() == 3);
        await UntilAsync(async () => (await next.RowsAsync()).Count == 0);
        Assert.Equal(1, Witness.Count<Begin>());
    }

    [Fact(Timeout = Timeout)]
    public async Task between_delivery_and_removal_the_same_message_comes_again_and_does_nothing()
    {
        var dying = await StartAsync(Add, services: Without<OutboxBin<ShopDbContext>>);
        await dying.Bus.Publish(new Begin(_id), Stop);
        await UntilAsync(async () => await dying.NotesAsync("step") == 3);

        // Its bin would empty itself in an orderly stop; this one is left standing and never runs.
        var next = await StartAsync(Add);
        Time.Advance(TimeSpan.FromMinutes(1));

        await PassUntilAsync(() => Witness.Count<Step>() >= 6);
        await UntilAsync(async () =>
        {
            // A delivery that took longer than its time limit is repeated when its lease is over.
            Time.Advance(TimeSpan.FromMilliseconds(200));
            return (await next.RowsAsync()).Count == 0;
        });
        Assert.Equal(3, await next.NotesAsync("step"));
        Assert.Equal(1, Witness.Count<Begin>());
    }

    [Fact(Timeout = Timeout)]
    public async Task in_the_middle_of_its_deliveries_nothing_is_lost_and_nothing_counts_twice()
    {
        var first = await StartAsync(Add, KeepsOrForgets);
        _isHeld = true;
        await SendAsync(first, [.. Enumerable.Range(0, 20).Select(_ => new Begin(NewId.NextGuid()))]);
        await PassUntilAsync(() => Witness.Count<Step>() >= AtOnce);
        var stopped = first.StopAsync();
        _isHeld = false;
        await stopped;

        Time.Advance(TimeSpan.FromMinutes(1));
        var next = await StartAsync(Add, KeepsOrForgets);

        await UntilAsync(async () => await next.NotesAsync("step") >= 60);
        await UntilAsync(async () =>
        {
            Time.Advance(TimeSpan.FromSeconds(1));
            return (await next.RowsAsync()).Count == 0;
        });
        Assert.Equal((20, 60), (await next.NotesAsync("begun"), await next.NotesAsync("step")));
    }

    private void KeepsOrForgets(OutboxOptions outbox) => outbox.BusKeepsMessages = BusKeepsMessages;

    private async Task SendAsync(OutboxHost host, params Begin[] messages)
    {
        await using var scope = host.Services.CreateAsyncScope();
        var scheduler = scope.ServiceProvider.GetRequiredService<IMessageScheduler>();
        foreach (var message in messages)
        {
            await scheduler.ScheduleSend(new Uri("exchange:begins"), Time.GetUtcNow().UtcDateTime, message, Stop);
        }

        await scope.ServiceProvider.GetRequiredService<ShopDbContext>().SaveChangesAsync(Stop);
    }

    private void Add(IBusRegistrationConfigurator bus)
    {
        bus.AddHandler(async (ConsumeContext<Begin> context, ShopDbContext shop) =>
        {
            Witness.Saw(context.Message);
            shop.Notes.Add(new Note { Text = "begun" });
            var steps = await context.GetSendEndpoint(new Uri("exchange:steps"));
            await Task.WhenAll(Enumerable.Range(0, 3).Select(i => steps.Send(new Step(context.Message.Id, i), Stop)));
        }).Endpoint(endpoint => endpoint.Name = "begins");
        bus.AddHandler(async (ConsumeContext<Step> context, ShopDbContext shop) =>
        {
            shop.Notes.Add(new Note { Text = "step" });
            Witness.Saw(context.Message);
            await UntilAsync(() => !_isHeld);
        }).Endpoint(endpoint =>
        {
            endpoint.Name = "steps";
            endpoint.ConcurrentMessageLimit = AtOnce;
        });
        bus.AddConfigureEndpointsCallback((_, _, endpoint) => endpoint.UseMessageRetry(retry => retry.Immediate(3)));
    }

    /// <summary>The part is there, but it never runs.</summary>
    private static void Without<TService>(IServiceCollection services)
        where TService : IHostedService
        => services.Remove(services.Single(service => service.ImplementationFactory is Func<IServiceProvider, TService>
            && service.ServiceType == typeof(IHostedService)));

    public sealed class On_SQLite() : When_a_process_dies(new InMemory<SqliteDatabase>());

    public sealed class On_PostgreSQL() : When_a_process_dies(new InMemory<PostgresSchema>());

    public sealed class On_RabbitMQ() : When_a_process_dies(new OnRabbitMq());
}
