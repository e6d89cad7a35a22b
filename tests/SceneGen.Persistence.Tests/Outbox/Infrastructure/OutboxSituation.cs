using MassTransit;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using SceneGen.Persistence.Outbox;
using SceneGen.Persistence.Tests.Outbox.Infrastructure.Grounds;

namespace SceneGen.Persistence.Tests.Outbox.Infrastructure;

/// <summary>
/// A time and hosts for one test. A situation is an abstract class, and each ground it stands on a sealed one in it.
/// </summary>
public abstract class OutboxSituation(Ground ground) : IAsyncLifetime
{
    protected const int Timeout = 60_000;

    private readonly List<OutboxHost> _hosts = [];

    protected ManualTime Time { get; } = new();

    protected Witness Witness { get; } = new();

    protected bool BusKeepsMessages => ground.BusKeepsMessages;

    protected static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        LogContext.ConfigureCurrentLogContext(NullLoggerFactory.Instance);
        var options = new DbContextOptionsBuilder<ShopDbContext>();
        ground.Database.Use(options);
        await using var shop = new ShopDbContext(options.Options);
        await shop.GetService<IRelationalDatabaseCreator>().CreateTablesAsync(Stop);
        await ground.PrepareAsync(Stop);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var host in _hosts)
        {
            await host.DisposeAsync();
        }

        await ground.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    protected OutboxHost NewHost(
        Action<IBusRegistrationConfigurator> add,
        Action<OutboxOptions>? configure = null,
        Action<IBusRegistrationContext, IBusFactoryConfigurator>? more = null,
        Action<IServiceCollection>? services = null,
        Action<DbContextOptionsBuilder>? database = null)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        builder.Services.AddLogging(logging => logging.ClearProviders());
        builder.Services.AddSingleton<TimeProvider>(Time);
        builder.Services.AddSingleton(Witness);
        builder.Services.AddDbContext<ShopDbContext>(options =>
        {
            ground.Database.Use(options);
            database?.Invoke(options);
        });
        builder.Services.AddMassTransit(bus =>
        {
            bus.AddEntityFrameworkOutbox<ShopDbContext>(outbox =>
            {
                // Nobody lets the time pass in which rows would be gathered.
                outbox.Gathering = TimeSpan.Zero;
                configure?.Invoke(outbox);
            });
            add(bus);
            ground.UseBus(bus, (context, transport) =>
            {
                transport.UseEntityFrameworkScheduler<ShopDbContext>(context);
                more?.Invoke(context, transport);
            });
        });
        builder.Services.Configure<MassTransitHostOptions>(options => options.WaitUntilStarted = true);
        services?.Invoke(builder.Services);
        var host = new OutboxHost(builder.Build());
        _hosts.Add(host);
        return host;
    }

    protected async Task<OutboxHost> StartAsync(
        Action<IBusRegistrationConfigurator> add,
        Action<OutboxOptions>? configure = null,
        Action<IBusRegistrationContext, IBusFactoryConfigurator>? more = null,
        Action<IServiceCollection>? services = null,
        Action<DbContextOptionsBuilder>? database = null)
    {
        var host = NewHost(add, configure, more, services, database);
        await host.StartAsync();
        return host;
    }

    /// <summary>The test's own time limit ends what never comes.</summary>
    protected static async Task UntilAsync(Func<Task<bool>> condition)
    {
        while (!await condition())
        {
            await Task.Delay(10, Stop);
        }
    }

    protected static Task UntilAsync(Func<bool> condition) => UntilAsync(() => Task.FromResult(condition()));

    /// <summary>Lets time pass until it is so.</summary>
    protected Task PassUntilAsync(Func<bool> condition) => PassUntilAsync(() => Task.FromResult(condition()));

    protected Task PassUntilAsync(Func<Task<bool>> condition) => UntilAsync(() =>
    {
        Time.Advance(TimeSpan.FromMilliseconds(200));
        return condition();
    });
}
