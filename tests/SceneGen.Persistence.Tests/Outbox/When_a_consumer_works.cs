using MassTransit;
using Microsoft.EntityFrameworkCore;
using SceneGen.Persistence.Outbox.Consuming;
using SceneGen.Persistence.Tests.Outbox.Infrastructure;
using SceneGen.Persistence.Tests.Outbox.Infrastructure.Grounds;
using SceneGen.Tests.Databases;

namespace SceneGen.Persistence.Tests.Outbox;

public abstract class When_a_consumer_works(Ground ground) : OutboxSituation(ground)
{
    private readonly Guid _id = NewId.NextGuid();

    [Fact(Timeout = Timeout)]
    public async Task what_it_saves_and_says_leaves_together_and_nothing_stays_behind()
    {
        var host = await StartAsync(bus =>
        {
            bus.AddHandler(async (ConsumeContext<Begin> context, ShopDbContext shop, IPublishEndpoint injected) =>
            {
                shop.Notes.Add(new Note { Text = "begun" });
                await injected.Publish(new Step(context.Message.Id, 1), context.CancellationToken);
                await context.Publish(new Step(context.Message.Id, 2));
            });
            bus.AddHandler((ConsumeContext<Step> context) => Saw(context));
        });

        await host.Bus.Publish(new Begin(_id), Stop);

        await UntilAsync(() => Witness.Count<Step>() == 2);
        await UntilAsync(async () => (await host.RowsAsync()).Count == 0);
        Assert.Equal(1, await host.NotesAsync("begun"));
        Assert.Equal([1, 2], Witness.All<Step>().Select(step => step.Number).Order());
    }

    [Fact(Timeout = Timeout)]
    public async Task what_it_left_to_finish_after_it_leaves_with_the_rest()
    {
        var host = await StartAsync(bus =>
        {
            bus.AddHandler((ConsumeContext<Begin> context) =>
            {
                context.AddConsumeTask(SayLaterAsync(context));
                return Task.CompletedTask;
            });
            bus.AddHandler((ConsumeContext<Step> context) => Saw(context));
        });

        await host.Bus.Publish(new Begin(_id), Stop);

        await UntilAsync(() => Witness.Count<Step>() == 1);
        await UntilAsync(async () => (await host.RowsAsync()).Count == 0);

        static async Task SayLaterAsync(ConsumeContext<Begin> context)
        {
            await Task.Yield();
            await context.Publish(new Step(context.Message.Id, 1));
        }
    }

    [Theory(Timeout = Timeout)]
    [InlineData(false)]
    [InlineData(true)]
    public async Task a_failed_attempt_leaves_nothing_and_the_next_one_says_everything_once(bool attemptsShareAScope)
    {
        var host = await StartAsync(bus =>
        {
            bus.AddHandler(async (ConsumeContext<Begin> context, ShopDbContext shop) =>
            {
                shop.Notes.Add(new Note { Text = "begun" });
                await context.Publish(new Step(context.Message.Id, context.GetRetryAttempt()));
                if (context.GetRetryAttempt() < 2)
                {
                    throw new InvalidOperationException("Not yet.");
                }
            });
            bus.AddHandler((ConsumeContext<Step> context) => Saw(context));
            bus.AddConfigureEndpointsCallback((context, _, endpoint) =>
            {
                if (attemptsShareAScope)
                {
                    endpoint.UseMessageScope(context);
                }

                endpoint.UseMessageRetry(retry => retry.Immediate(3));
            });
        });

        await host.Bus.Publish(new Begin(_id), Stop);

        await UntilAsync(() => Witness.Count<Step>() > 0);
        await UntilAsync(async () => (await host.RowsAsync()).Count == 0);
        Assert.Equal(1, await host.NotesAsync("begun"));
        Assert.Equal(2, Assert.Single(Witness.All<Step>()).Number);
    }

    [Fact(Timeout = Timeout)]
    public async Task what_waits_for_its_commit_happens_once_and_not_before()
    {
        var (count, attempts) = (0, 0);
        var host = await StartAsync(bus =>
        {
            bus.AddHandler(async (ConsumeContext<Begin> context, ShopDbContext shop) =>
            {
                shop.Notes.Add(new Note { Text = "begun" });
                context.AfterCommit(() => Interlocked.Increment(ref count));
                Assert.Equal(0, Volatile.Read(ref count));
                await context.Publish(new Step(context.Message.Id, 1));
                if (Interlocked.Increment(ref attempts) < 3)
                {
                    throw new InvalidOperationException("Not yet.");
                }
            });
            bus.AddHandler((ConsumeContext<Step> context) => Saw(context));
            bus.AddConfigureEndpointsCallback((_, _, endpoint)
                => endpoint.UseMessageRetry(retry => retry.Immediate(3)));
        });

        await host.Bus.Publish(new Begin(_id), Stop);

        await UntilAsync(() => Witness.Count<Step>() > 0);
        Assert.Equal((1, 3), (count, attempts));
    }

    [Fact(Timeout = Timeout)]
    public async Task one_that_throws_to_the_end_leaves_no_rows_and_one_fault()
    {
        var host = await StartAsync(bus =>
        {
            bus.AddHandler(async (ConsumeContext<Begin> context, ShopDbContext shop) =>
            {
                shop.Notes.Add(new Note { Text = "begun" });
                await context.Publish(new Step(context.Message.Id, 1));
                throw new InvalidOperationException("Never.");
            });
            bus.AddHandler((ConsumeContext<Step> context) => Saw(context));
            bus.AddHandler((ConsumeContext<Fault<Begin>> context) => Saw(context));
            bus.AddHandler((ConsumeContext<Fault> context) => Saw(context));
            bus.AddConfigureEndpointsCallback((_, _, endpoint)
                => endpoint.UseMessageRetry(retry => retry.Immediate(8)));
        });

        await host.Bus.Publish(new Begin(_id), Stop);
        await UntilAsync(() => Witness.Count<Fault<Begin>>() > 0);
        await host.Bus.Publish(new Step(_id, 2), Stop);
        await UntilAsync(() => Witness.Count<Step>() > 0);

        Assert.Equal("Never.", Assert.Single(Assert.Single(Witness.All<Fault<Begin>>().Distinct()).Exceptions).Message);
        Assert.Equal(2, Assert.Single(Witness.All<Step>()).Number);
        Assert.Empty(await host.RowsAsync());
        Assert.Equal(0, await host.NotesAsync("begun"));
    }

    [Fact(Timeout = Timeout)]
    public async Task a_commit_that_fails_is_a_fault_of_the_message_it_was_for()
    {
        var host = await StartAsync(bus =>
        {
            bus.AddHandler(async (ConsumeContext<Begin> context, ShopDbContext shop) =>
            {
                shop.Notes.AddRange(new Note { Unique = "same" }, new Note { Unique = "same" });
                await context.Publish(new Step(context.Message.Id, 1));
            });
            bus.AddHandler((ConsumeContext<Step> context) => Saw(context));
            bus.AddHandler((ConsumeContext<Fault<Begin>> context) => Saw(context));
            bus.AddConfigureEndpointsCallback((_, _, endpoint)
                => endpoint.UseMessageRetry(retry => retry.Immediate(2)));
        });

        await host.Bus.Publish(new Begin(_id), Stop);

        await UntilAsync(() => Witness.Count<Fault<Begin>>() > 0);
        var fault = Assert.Single(Witness.All<Fault<Begin>>());
        Assert.Equal(_id, fault.Message.Id);
        Assert.Equal(typeof(DbUpdateException).FullName, fault.Exceptions[0].ExceptionType);
        Assert.Equal(0, Witness.Count<Step>());
        Assert.Empty(await host.RowsAsync());
    }

    [Fact(Timeout = Timeout)]
    public async Task a_broker_that_refuses_once_makes_the_delivery_repeat_and_not_the_consumer()
    {
        var refusal = new RefusesOnce();
        var host = await StartAsync(bus =>
        {
            bus.AddHandler(async (ConsumeContext<Begin> context) =>
            {
                Witness.Saw(context.Message);
                refusal.Refuses = true;
                await context.Publish(new Step(context.Message.Id, 1));
            });
            bus.AddHandler((ConsumeContext<Step> context) => Saw(context));
        });
        host.Bus.ConnectSendObserver(refusal);

        await host.Bus.Publish(new Begin(_id), Stop);

        await UntilAsync(() => refusal.Refused);
        Time.Advance(TimeSpan.FromMinutes(1));
        await PassUntilAsync(() => Witness.Count<Step>() == 1);
        Assert.Equal(1, Witness.Count<Begin>());
    }

    [Fact(Timeout = Timeout)]
    public async Task headers_and_addresses_arrive_as_they_were_given()
    {
        ConsumeContext<Step>? arrived = null;
        var host = await StartAsync(bus =>
        {
            bus.AddHandler((ConsumeContext<Begin> context) => context.Publish(new Step(context.Message.Id, 1), step =>
            {
                step.CorrelationId = _id;
                step.RequestId = _id;
                step.ResponseAddress = new Uri("loopback://localhost/answers");
                step.FaultAddress = new Uri("loopback://localhost/faults");
                step.SetRoutingKey("north");
                step.Headers.Set("text", "words");
                step.Headers.Set("number", 7);
            }));
            bus.AddHandler((ConsumeContext<Step> context) =>
            {
                arrived = context;
                return Saw(context);
            });
        });

        await host.Bus.Publish(new Begin(_id), begin => begin.ConversationId = _id, Stop);
        await UntilAsync(() => Witness.Count<Step>() == 1);

        Assert.Equal((_id, _id, _id), (arrived!.CorrelationId, arrived.RequestId, arrived.ConversationId));
        Assert.Equal("/answers", arrived.ResponseAddress!.AbsolutePath);
        Assert.Equal("/faults", arrived.FaultAddress!.AbsolutePath);
        Assert.EndsWith("/Begin", arrived.SourceAddress!.AbsolutePath, StringComparison.Ordinal);
        Assert.EndsWith(":Step", arrived.DestinationAddress!.AbsolutePath, StringComparison.Ordinal);
        Assert.Equal("north", arrived.RoutingKey());
        Assert.Equal("words", arrived.Headers.Get<string>("text"));
        Assert.Equal(7, arrived.Headers.Get<int>("number"));
        Assert.NotNull(arrived.MessageId);
    }

    private Task Saw<T>(ConsumeContext<T> context)
        where T : class
    {
        Witness.Saw(context.Message);
        return Task.CompletedTask;
    }

    public sealed class On_SQLite() : When_a_consumer_works(new InMemory<SqliteDatabase>());

    public sealed class On_PostgreSQL() : When_a_consumer_works(new InMemory<PostgresSchema>());

    public sealed class On_RabbitMQ() : When_a_consumer_works(new OnRabbitMq());
}
