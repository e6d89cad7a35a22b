using MassTransit;
using SceneGen.Persistence.Tests.Outbox.Infrastructure;
using SceneGen.Persistence.Tests.Outbox.Infrastructure.Grounds;
using SceneGen.Persistence.Tests.Scheduling;
using SceneGen.Tests.Databases;

namespace SceneGen.Persistence.Tests.Outbox;

public abstract class When_a_request_is_answered(Ground ground) : OutboxSituation(ground)
{
    private readonly Guid _id = NewId.NextGuid();

    [Theory(Timeout = Timeout)]
    [InlineData(true)]
    [InlineData(false)]
    public async Task the_answer_leaves_with_the_commit_and_no_row_waits_for_it(bool busKeepsMessages)
    {
        var host = await StartAsync(
            bus => bus.AddHandler((ConsumeContext<Begin> context)
                => context.RespondAsync(new Step(context.Message.Id, 1))),
            outbox => outbox.BusKeepsMessages = busKeepsMessages);

        var answer = await host.Bus.Request<Begin, Step>(new Begin(_id), Stop);

        Assert.Equal(_id, answer.Message.Id);
        await UntilAsync(async () => (await host.RowsAsync()).Count == 0);
    }

    [Fact(Timeout = Timeout)]
    public async Task what_a_consumer_asks_does_not_wait_for_its_commit()
    {
        var host = await StartAsync(bus =>
        {
            bus.AddHandler(async (ConsumeContext<Begin> context, IRequestClient<Step> client) =>
            {
                var step = new Step(context.Message.Id, 1);
                var answer = await client.GetResponse<CartOrdered>(step, context.CancellationToken);
                await context.RespondAsync(answer.Message);
            });
            bus.AddHandler((ConsumeContext<Step> context) => context.RespondAsync(new CartOrdered(context.Message.Id)));
        });

        var answer = await host.Bus.Request<Begin, CartOrdered>(new Begin(_id), Stop);

        Assert.Equal(_id, answer.Message.Id);
    }

    [Fact(Timeout = Timeout)]
    public async Task by_a_throw_the_asker_learns_of_it()
    {
        var host = await StartAsync(bus => bus.AddHandler(async (ConsumeContext<Begin> context) =>
        {
            await context.RespondAsync(new Step(context.Message.Id, 1));
            throw new InvalidOperationException("Never.");
        }));

        var error = await Assert.ThrowsAsync<RequestFaultException>(
            () => host.Bus.Request<Begin, Step>(new Begin(_id), Stop));

        Assert.Equal("Never.", Assert.Single(error.Fault!.Exceptions).Message);
    }

    public sealed class On_SQLite() : When_a_request_is_answered(new InMemory<SqliteDatabase>());

    public sealed class On_PostgreSQL() : When_a_request_is_answered(new InMemory<PostgresSchema>());

    public sealed class On_RabbitMQ() : When_a_request_is_answered(new OnRabbitMq());
}
