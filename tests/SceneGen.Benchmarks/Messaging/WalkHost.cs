using MassTransit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using SceneGen.Benchmarks.Machine;
using SceneGen.Persistence;
using SceneGen.Persistence.Outbox;
using SceneGen.Persistence.Outbox.Delivery;

namespace SceneGen.Benchmarks.Messaging;

/// <summary>A bus with one saga, set up as the service sets its own up.</summary>
internal sealed class WalkHost : IAsyncDisposable
{
    private readonly IHost _host;

    private WalkHost(IHost host) => _host = host;

    public required RoundTrips RoundTrips { get; init; }

    public static async Task<WalkHost> StartAsync(ScratchDatabase database, ScratchVirtualHost broker)
    {
        var counted = new RoundTrips();
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        builder.Services.AddLogging(logging => logging.ClearProviders());
        builder.Services.AddSingleton<Finish>();
        var connection = $"{database.ConnectionString};Max Auto Prepare=100;No Reset On Close=true";
        builder.Services.AddDbContextPool<WalkDbContext>(options => options.UseNpgsql(connection).AddInterceptors(counted));
        builder.Services.AddMassTransit(bus =>
        {
            bus.DisableUsageTelemetry();
            bus.AddEntityFrameworkOutbox<WalkDbContext>();
            bus.AddSagaStateMachine<WalkStateMachine, Walk>()
                .EntityFrameworkRepository(repository => repository.ExistingDbContext<WalkDbContext>())
                .Endpoint(endpoint => endpoint.Name = WalkStateMachine.Queue);
            UseBroker(bus, broker.Address);
        });
        builder.Services.Configure<MassTransitHostOptions>(options => options.WaitUntilStarted = true);
        var host = new WalkHost(builder.Build()) { RoundTrips = counted };
        await host.UseAsync(walks => walks.Database.EnsureCreatedAsync());
        await host._host.StartAsync();
        return host;
    }

    /// <summary>Walks side by side, each a chain of steps.</summary>
    public async Task WalkAsync(int walks, int steps, bool isPublished)
    {
        var all = _host.Services.GetRequiredService<Finish>().Expect(walks);
        var bus = _host.Services.GetRequiredService<IBus>();
        foreach (var id in Enumerable.Range(0, walks).Select(_ => NewId.NextGuid()))
        {
            await bus.Publish(new TakeStep { WalkId = id, Number = 1, Last = steps, IsPublished = isPublished });
        }

        await all;
    }

    /// <summary>The sweeper's own claim, without the sweeper.</summary>
    public Task<IReadOnlyList<OutboxMessage>> TakeDueAsync()
        => _host.Services.GetRequiredService<OutboxTable<WalkDbContext>>().TakeAsync(CancellationToken.None);

    public Task StopAsync() => _host.StopAsync();

    public async ValueTask DisposeAsync() => await ((IAsyncDisposable)_host).DisposeAsync();

    private static void UseBroker(IBusRegistrationConfigurator bus, Uri address)
    {
        bus.AddConfigureEndpointsCallback((_, _, endpoint) => ((IRabbitMqReceiveEndpointConfigurator)endpoint).SetQuorumQueue());
        bus.UsingRabbitMq((context, transport) =>
        {
            var user = address.UserInfo.Split(':');
            transport.Host(address.Host, (ushort)address.Port, address.AbsolutePath.TrimStart('/'), host =>
            {
                host.Username(user[0]);
                host.Password(user[1]);
            });
            transport.PrefetchCount = 32;
            transport.ConcurrentMessageLimit = 16;
            transport.UseEntityFrameworkScheduler<WalkDbContext>(context);
            transport.ConfigureEndpoints(context);
        });
    }

    private async Task UseAsync(Func<WalkDbContext, Task> work)
    {
        await using var scope = _host.Services.CreateAsyncScope();
        await work(scope.ServiceProvider.GetRequiredService<WalkDbContext>());
    }
}
