using MassTransit;
using Microsoft.Extensions.DependencyInjection;
using SceneGen.Persistence.Tests.Outbox.Infrastructure;
using SceneGen.Persistence.Tests.Outbox.Infrastructure.Grounds;
using SceneGen.Persistence.Tests.Outbox.Sagas.Machines;
using SceneGen.Tests.Databases;

namespace SceneGen.Persistence.Tests.Outbox.Sagas;

public abstract class When_a_saga_is_asked(Ground ground) : OutboxSituation(ground)
{
    private readonly Guid _id = NewId.NextGuid();

    [Fact(Timeout = Timeout)]
    public async Task it_may_answer_later_whoever_it_kept()
    {
        var host = await StartAsync(Add<AnsweringStateMachine>);
        var asked = host.Bus.Request<Begin, Step>(new Begin(_id), Stop);
        await UntilAsync(async () => await host.CartAsync(_id) is not null);
        Assert.False(asked.IsCompleted);

        Time.Advance(TimeSpan.FromMinutes(1));
        await PassUntilAsync(() => asked.IsCompleted);

        Assert.Equal(42, (await asked).Message.Number);
        await UntilAsync(async () => await host.CartAsync(_id) is null && (await host.RowsAsync()).Count == 0);
    }

    [Fact(Timeout = Timeout)]
    public async Task and_throws_the_asker_learns_of_it()
    {
        var host = await StartAsync(Add<RefusingStateMachine>);

        var error = await Assert.ThrowsAsync<RequestFaultException>(
            () => host.Bus.Request<Begin, Step>(new Begin(_id), Stop));

        Assert.Contains("Never.", Messages(Assert.Single(error.Fault!.Exceptions)));
        Assert.Equal(9, Witness.Count<Begin>());
        Assert.Null(await host.CartAsync(_id));
        Assert.Empty(await host.RowsAsync());
    }

    [Fact(Timeout = Timeout)]
    public async Task and_throws_nine_times_there_is_one_fault()
    {
        var host = await StartAsync(bus =>
        {
            Add<RefusingStateMachine>(bus);
            bus.AddHandler((ConsumeContext<Fault<Begin>> context) => Saw(context)).Endpoint(e => e.Name = "seen");
            bus.AddHandler((ConsumeContext<Step> context) => Saw(context)).Endpoint(e => e.Name = "seen");
            bus.AddConfigureEndpointsCallback((_, _, endpoint) => endpoint.ConcurrentMessageLimit = 1);
        });

        await host.Bus.Publish(new Begin(_id), Stop);
        await UntilAsync(() => Witness.Count<Fault<Begin>>() > 0);
        await host.Bus.Publish(new Step(_id, 2), Stop);
        await UntilAsync(() => Witness.Count<Step>() > 0);

        Assert.Single(Witness.All<Fault<Begin>>());
        Assert.Equal(2, Assert.Single(Witness.All<Step>()).Number);
    }

    [Fact(Timeout = Timeout)]
    public async Task what_its_activity_says_by_injected_means_leaves_with_the_attempt_that_succeeds()
    {
        var conversations = new List<Guid?>();
        var host = await StartAsync(
            bus =>
            {
                Add<SayingStateMachine>(bus);
                bus.AddHandler((ConsumeContext<Step> context) =>
                {
                    lock (conversations)
                    {
                        conversations.Add(context.ConversationId);
                    }

                    return Saw(context);
                }).Endpoint(endpoint => endpoint.Name = "steps");
            },
            services: services => services.AddScoped<SayingActivity>());

        await host.Bus.Publish(new Begin(_id), begin => begin.ConversationId = _id, Stop);

        await UntilAsync(() => Witness.Count<Step>() >= 2);
        await UntilAsync(async () => (await host.RowsAsync()).Count == 0);
        Assert.Equal([1, 1], Witness.All<Step>().Select(step => step.Number));
        Assert.Equal([_id, _id], conversations);
    }

    private static IEnumerable<string> Messages(ExceptionInfo? exception)
        => exception is null ? [] : [exception.Message, .. Messages(exception.InnerException)];

    private Task Saw<T>(ConsumeContext<T> context)
        where T : class
    {
        Witness.Saw(context.Message);
        return Task.CompletedTask;
    }

    private static void Add<TMachine>(IBusRegistrationConfigurator bus)
        where TMachine : class, SagaStateMachine<Cart>
    {
        bus.AddSagaStateMachine<TMachine, Cart>()
            .EntityFrameworkRepository(repository => repository.ExistingDbContext<ShopDbContext>())
            .Endpoint(endpoint => endpoint.Name = "carts");
        bus.AddConfigureEndpointsCallback((_, _, endpoint) => endpoint.UseMessageRetry(retry => retry.Immediate(8)));
    }

    public sealed class On_SQLite() : When_a_saga_is_asked(new InMemory<SqliteDatabase>());

    public sealed class On_PostgreSQL() : When_a_saga_is_asked(new InMemory<PostgresSchema>());

    public sealed class On_RabbitMQ() : When_a_saga_is_asked(new OnRabbitMq());
}
