using MassTransit;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using SceneGen.Persistence.Outbox;
using SceneGen.Persistence.Outbox.Delivery;
using SceneGen.Persistence.Outbox.HandOver;
using SceneGen.Persistence.Tests.Outbox.Infrastructure;

namespace SceneGen.Persistence.Tests.Outbox;

public class When_a_process_dies : OutboxSituation
{
    private readonly Guid _id = NewId.NextGuid();

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
    public async Task with_the_bus_it_kept_its_messages_in_none_is_lost_and_none_counts_twice()
    {
        var first = await StartAsync(Add, Forgets);
        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => first.Bus.Publish(new Begin(NewId.NextGuid()), Stop)));
        await UntilAsync(() => Witness.Count<Step>() > 5);
        await first.StopAsync();

        var next = await StartAsync(Add, Forgets);

        var begun = await next.NotesAsync("begun");
        await UntilAsync(async () => await next.NotesAsync("step") == begun * 3);
        await UntilAsync(async () => (await next.RowsAsync()).Count == 0);
        Assert.Equal(begun * 3, await next.NotesAsync("step"));
    }

    private static void Forgets(OutboxOptions outbox) => outbox.BusKeepsMessages = false;

    private void Add(IBusRegistrationConfigurator bus)
    {
        bus.AddHandler(async (ConsumeContext<Begin> context, ShopDbContext shop) =>
        {
            Witness.Saw(context.Message);
            shop.Notes.Add(new Note { Text = "begun" });
            var steps = await context.GetSendEndpoint(new Uri("exchange:steps"));
            await Task.WhenAll(Enumerable.Range(0, 3).Select(i => steps.Send(new Step(context.Message.Id, i), Stop)));
        });
        bus.AddHandler((ConsumeContext<Step> context, ShopDbContext shop) =>
        {
            shop.Notes.Add(new Note { Text = "step" });
            Witness.Saw(context.Message);
            return Task.CompletedTask;
        }).Endpoint(endpoint => endpoint.Name = "steps");
        bus.AddConfigureEndpointsCallback((_, _, endpoint) => endpoint.UseMessageRetry(retry => retry.Immediate(3)));
    }

    /// <summary>The part is there, but it never runs.</summary>
    private static void Without<TService>(IServiceCollection services)
        where TService : IHostedService
        => services.Remove(services.Single(service => service.ImplementationFactory is Func<IServiceProvider, TService>
            && service.ServiceType == typeof(IHostedService)));
}
