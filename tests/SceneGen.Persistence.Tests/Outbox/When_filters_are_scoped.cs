using MassTransit;
using Microsoft.Extensions.DependencyInjection;
using SceneGen.Persistence.Tests.Outbox.Infrastructure;
using SceneGen.Persistence.Tests.Outbox.Infrastructure.Grounds;
using SceneGen.Tests.Databases;

namespace SceneGen.Persistence.Tests.Outbox;

public abstract class When_filters_are_scoped(Ground ground) : OutboxSituation(ground)
{
    [Fact(Timeout = Timeout)]
    public async Task whatever_the_consumer_says_passes_the_ones_of_its_scope()
    {
        var host = await StartAsync(
            bus =>
            {
                bus.AddHandler((ConsumeContext<Begin> context, Stamp stamp, IPublishEndpoint injected) =>
                {
                    stamp.Text = context.Message.Id.ToString();
                    return SayAsync(context, injected);
                });
                bus.AddHandler((ConsumeContext<Step> context) =>
                {
                    Witness.Saw((context.Message.Number, context.Headers.Get<string>(nameof(Stamp))));
                    return Task.CompletedTask;
                }).Endpoint(endpoint => endpoint.Name = "steps");
            },
            more: (context, transport) =>
            {
                transport.UsePublishFilter(typeof(StampPublished<>), context);
                transport.UseSendFilter(typeof(StampSent<>), context);
            },
            services: services => services.AddScoped<Stamp>());
        var id = NewId.NextGuid();

        await host.Bus.Publish(new Begin(id), Stop);

        await PassUntilAsync(() => Witness.Count<(int, string?)>() == 4);
        Assert.Equal(
            Enumerable.Range(1, 4).Select(number => (number, (string?)id.ToString())),
            Witness.All<(int, string?)>().Order());
    }

    private async Task SayAsync(ConsumeContext<Begin> context, IPublishEndpoint injected)
    {
        var id = context.Message.Id;
        await context.Publish(new Step(id, 1));
        await injected.Publish(new Step(id, 2), context.CancellationToken);
        await context.Send(new Uri("exchange:steps"), new Step(id, 3));
        await context.ScheduleSend(new Uri("exchange:steps"), Time.GetUtcNow().UtcDateTime, new Step(id, 4));
    }

    /// <summary>Its consumer sets it; whoever has another one sees nothing in it.</summary>
    public sealed class Stamp
    {
        public string? Text { get; set; }

        public void Put(SendContext context)
        {
            if (Text is not null && context.TryGetPayload(out ConsumeContext? _))
            {
                context.Headers.Set(nameof(Stamp), Text);
            }
        }
    }

    public sealed class StampPublished<T>(Stamp stamp) : IFilter<PublishContext<T>>
        where T : class
    {
        public Task Send(PublishContext<T> context, IPipe<PublishContext<T>> next)
        {
            stamp.Put(context);
            return next.Send(context);
        }

        public void Probe(ProbeContext context) => context.CreateFilterScope("stamp");
    }

    public sealed class StampSent<T>(Stamp stamp) : IFilter<SendContext<T>>
        where T : class
    {
        public Task Send(SendContext<T> context, IPipe<SendContext<T>> next)
        {
            stamp.Put(context);
            return next.Send(context);
        }

        public void Probe(ProbeContext context) => context.CreateFilterScope("stamp");
    }

    public sealed class On_SQLite() : When_filters_are_scoped(new InMemory<SqliteDatabase>());

    public sealed class On_PostgreSQL() : When_filters_are_scoped(new InMemory<PostgresSchema>());

    public sealed class On_RabbitMQ() : When_filters_are_scoped(new OnRabbitMq());
}
