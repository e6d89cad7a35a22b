using MassTransit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using SceneGen.Persistence.Outbox;

namespace SceneGen.Persistence.Tests.Outbox.Infrastructure;

/// <summary>
/// A database, a time and hosts for one test. Another database or bus is a subclass of the situation that overrides
/// <see cref="NewDatabase"/> or <see cref="UseBus"/>.
/// </summary>
public abstract class OutboxSituation : IAsyncLifetime
{
    protected const int Timeout = 15_000;

    private readonly List<OutboxHost> _hosts = [];
    private TestDatabase _database = null!;

    protected ManualTime Time { get; } = new();

    protected Witness Witness { get; } = new();

    protected static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        LogContext.ConfigureCurrentLogContext(NullLoggerFactory.Instance);
        _database = NewDatabase();
        var options = new DbContextOptionsBuilder<ShopDbContext>();
        _database.Use(options);
        await using var shop = new ShopDbContext(options.Options);
        await shop.Database.EnsureCreatedAsync(Stop);
        await _database.PrepareAsync(shop, Stop);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var host in _hosts)
        {
            await host.DisposeAsync();
        }

        await _database.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    protected virtual TestDatabase NewDatabase() => new SqliteFile();

    /// <summary>The bus calls <paramref name="finish"/> when its own settings are made.</summary>
    protected virtual void UseBus(
        IBusRegistrationConfigurator bus, Action<IBusRegistrationContext, IBusFactoryConfigurator> finish)
        => bus.UsingInMemory((context, transport) =>
        {
            finish(context, transport);
            transport.ConfigureEndpoints(context);
        });

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
            _database.Use(options);
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
            UseBus(bus, (context, transport) =>
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
    protected Task PassUntilAsync(Func<bool> condition) => UntilAsync(() =>
    {
        Time.Advance(TimeSpan.FromMilliseconds(200));
        return Task.FromResult(condition());
    });
}
