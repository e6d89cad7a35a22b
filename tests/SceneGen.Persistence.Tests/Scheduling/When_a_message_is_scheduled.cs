using MassTransit;
using MassTransit.Scheduling;
using Microsoft.Extensions.DependencyInjection;
using SceneGen.Persistence.Tests.Outbox.Infrastructure;
using SceneGen.Persistence.Tests.Outbox.Infrastructure.Grounds;
using SceneGen.Tests.Databases;

namespace SceneGen.Persistence.Tests.Scheduling;

public abstract class When_a_message_is_scheduled(Ground ground) : OutboxSituation(ground)
{
    private readonly Guid _id = NewId.NextGuid();
    private ConsumeContext<Step>? _arrived;

    private DateTime Now => Time.GetUtcNow().UtcDateTime;

    [Theory(Timeout = Timeout)]
    [InlineData(-3600)]
    [InlineData(0)]
    public async Task for_a_time_that_is_past_it_leaves_at_once(int seconds)
    {
        var host = await StartAsync(Add);

        await host.ScheduleAsync(Now.AddSeconds(seconds), new Step(_id, 1));

        await UntilAsync(() => Witness.Count<Step>() == 1);
        await UntilAsync(async () => (await host.RowsAsync()).Count == 0);
    }

    [Fact(Timeout = Timeout)]
    public async Task it_reaches_the_subscribers_when_it_is_due_and_not_before()
    {
        var host = await StartAsync(Add);
        await host.ScheduleAsync(Now.AddSeconds(2), new Step(_id, 2));
        await host.ScheduleAsync(Now.AddSeconds(-1), new Step(_id, 1));
        await UntilAsync(() => Witness.Count<Step>() == 1);
        Assert.Equal(1, Witness.All<Step>()[0].Number);

        Time.Advance(TimeSpan.FromSeconds(2));

        await PassUntilAsync(() => Witness.Count<Step>() == 2);
    }

    [Fact(Timeout = Timeout)]
    public async Task its_headers_and_addresses_arrive()
    {
        var host = await StartAsync(Add);

        await SendAsync(host, Now.AddHours(-1), new Step(_id, 1), Pipe.Execute<SendContext<Step>>(context =>
        {
            context.FaultAddress = new Uri("loopback://localhost/faults");
            context.ResponseAddress = new Uri("loopback://localhost/answers");
            (context.RequestId, context.CorrelationId) = (_id, _id);
            (context.ConversationId, context.InitiatorId) = (_id, _id);
            context.Headers.Set("Hello", "World");
        }));
        await UntilAsync(() => _arrived is not null);

        Assert.Equal("/faults", _arrived!.FaultAddress!.AbsolutePath);
        Assert.Equal("/answers", _arrived.ResponseAddress!.AbsolutePath);
        Assert.Equal(
            (_id, _id, _id, _id),
            (_arrived.RequestId, _arrived.CorrelationId, _arrived.ConversationId, _arrived.InitiatorId));
        Assert.Equal("World", _arrived.Headers.Get<string>("Hello"));
    }

    [Fact(Timeout = Timeout)]
    public async Task its_time_to_live_counts_from_when_it_is_due()
    {
        var host = await StartAsync(Add);
        var due = Now.AddHours(1);
        await SendAsync(
            host, due, new Step(_id, 1),
            Pipe.Execute<SendContext<Step>>(context => context.TimeToLive = TimeSpan.FromHours(2)));

        // Nobody was there to deliver it for another while.
        Time.Advance(TimeSpan.FromMinutes(90));
        await PassUntilAsync(() => _arrived is not null);

        Assert.Equal(due.AddHours(2), _arrived!.ExpirationTime!.Value, TimeSpan.FromSeconds(5));
    }

    [Fact(Timeout = Timeout)]
    public async Task the_same_token_again_replaces_it()
    {
        ScheduleTokenId.UseTokenId<NamedStep>(step => step.Token);
        var host = await StartAsync(Add);
        await host.ScheduleAsync(Now.AddHours(1), new NamedStep(_id, 1));

        await host.ScheduleAsync(Now.AddHours(2), new NamedStep(_id, 2));

        Assert.Equal(_id, Assert.Single(await host.RowsAsync()).TokenId);
        Time.Advance(TimeSpan.FromHours(2));
        await PassUntilAsync(() => Witness.Count<NamedStep>() == 1);
        Assert.Equal(2, Witness.All<NamedStep>()[0].Number);
    }

    [Fact(Timeout = Timeout)]
    public async Task it_fires_within_a_second_while_five_hundred_others_wait()
    {
        var host = await StartAsync(Add, services: services => services.AddSingleton(TimeProvider.System));
        var now = TimeProvider.System.GetUtcNow().UtcDateTime;
        await host.AddRowsAsync([.. Enumerable.Range(0, 500).Select(i => Waiting(now.AddMinutes(10 + i)))]);
        var due = TimeProvider.System.GetUtcNow().UtcDateTime.AddSeconds(1);

        await host.ScheduleAsync(due, new Step(_id, 1));

        await UntilAsync(() => Witness.Count<DateTimeOffset>() == 1);
        Assert.InRange(Witness.All<DateTimeOffset>()[0].UtcDateTime - due, TimeSpan.Zero, TimeSpan.FromSeconds(1));
    }

    private static Persistence.Outbox.OutboxMessage Waiting(DateTime due) => new()
    {
        VisibleAt = new DateTimeOffset(due),
        DueAt = new DateTimeOffset(due),
        TokenId = NewId.NextGuid(),
        MessageId = NewId.NextGuid(),
        Destination = "exchange:nowhere",
        ContentType = "application/vnd.masstransit+json",
        Body = "{}",
        Envelope = "{}",
    };

    private static Task SendAsync(OutboxHost host, DateTime due, Step step, IPipe<SendContext<Step>> pipe)
        => host.RequestAsync(async (services, shop) =>
        {
            await services.GetRequiredService<IMessageScheduler>()
                .ScheduleSend(new Uri("exchange:steps"), due, step, pipe, Stop);
            await shop.SaveChangesAsync(Stop);
        });

    private void Add(IBusRegistrationConfigurator bus)
    {
        bus.AddHandler((ConsumeContext<Step> context) =>
        {
            _arrived = context;
            Witness.Saw(context.Message);
            Witness.Saw(TimeProvider.System.GetUtcNow());
            return Task.CompletedTask;
        }).Endpoint(endpoint => endpoint.Name = "steps");
        bus.AddHandler((ConsumeContext<NamedStep> context) =>
        {
            Witness.Saw(context.Message);
            return Task.CompletedTask;
        });
    }

    public sealed record NamedStep(Guid Token, int Number);

    public sealed class On_SQLite() : When_a_message_is_scheduled(new InMemory<SqliteDatabase>());

    public sealed class On_PostgreSQL() : When_a_message_is_scheduled(new InMemory<PostgresSchema>());

    public sealed class On_RabbitMQ() : When_a_message_is_scheduled(new OnRabbitMq());
}
