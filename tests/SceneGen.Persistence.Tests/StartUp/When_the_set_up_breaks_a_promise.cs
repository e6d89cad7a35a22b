using MassTransit;
using SceneGen.Persistence.Tests.Outbox.Infrastructure;
using SceneGen.Persistence.Tests.Outbox.Infrastructure.Grounds;
using SceneGen.Persistence.Tests.Scheduling;
using SceneGen.Tests.Databases;

namespace SceneGen.Persistence.Tests.StartUp;

public class When_the_set_up_breaks_a_promise() : OutboxSituation(new InMemory<SqliteDatabase>())
{
    [Fact(Timeout = Timeout)]
    public Task a_consumer_that_retries_inside_is_refused()
        => IsRefusedAsync(
            bus => bus.AddConsumer<Walker>(walker => walker.UseMessageRetry(retry => retry.Immediate(2)))
                .Endpoint(e => e.Name = "walk"),
            "'walk'", nameof(Walker), "UseMessageRetry to the endpoint");

    [Fact(Timeout = Timeout)]
    public Task a_saga_that_retries_inside_is_refused()
        => IsRefusedAsync(
            bus => bus.AddSagaStateMachine<CartStateMachine, Cart>(
                    (_, saga) => saga.UseMessageRetry(retry => retry.Immediate(2)))
                .EntityFrameworkRepository(repository => repository.ExistingDbContext<ShopDbContext>())
                .Endpoint(endpoint => endpoint.Name = "carts"),
            "'carts'", "UseMessageRetry to the endpoint");

    [Fact(Timeout = Timeout)]
    public Task the_brokers_redelivery_is_refused()
        => IsRefusedAsync(
            bus =>
            {
                bus.AddConsumer<Walker>().Endpoint(endpoint => endpoint.Name = "walk");
                bus.AddConfigureEndpointsCallback((_, _, endpoint)
                    => endpoint.UseDelayedRedelivery(retry => retry.Immediate(1)));
            },
            "'walk'", nameof(Walker), "UseScheduledRedelivery");

    [Fact(Timeout = Timeout)]
    public Task the_brokers_scheduler_is_refused()
        => IsRefusedAsync(
            bus => bus.AddConsumer<Walker>().Endpoint(endpoint => endpoint.Name = "walk"),
            transport => transport.UseDelayedMessageScheduler(),
            "'walk'", "UseDelayedMessageScheduler");

    [Fact(Timeout = Timeout)]
    public async Task retries_and_redelivery_around_the_outbox_are_not()
        => await StartAsync(bus =>
        {
            bus.AddConsumer<Walker>();
            bus.AddConfigureEndpointsCallback((_, _, endpoint) =>
            {
                endpoint.UseScheduledRedelivery(redelivery => redelivery.Interval(1, TimeSpan.FromMinutes(1)));
                endpoint.UseMessageRetry(retry => retry.Immediate(2));
            });
        });

    private Task IsRefusedAsync(Action<IBusRegistrationConfigurator> add, params string[] words)
        => IsRefusedAsync(add, _ => { }, words);

    private async Task IsRefusedAsync(
        Action<IBusRegistrationConfigurator> add, Action<IBusFactoryConfigurator> transport, params string[] words)
    {
        var host = NewHost(add, more: (_, configurator) => transport(configurator));

        var error = await Assert.ThrowsAsync<InvalidOperationException>(host.StartAsync);

        Assert.All(words, word => Assert.Contains(word, error.Message, StringComparison.Ordinal));
    }

    public sealed class Walker : IConsumer<Step>
    {
        public Task Consume(ConsumeContext<Step> context) => Task.CompletedTask;
    }
}
