using MassTransit;
using MassTransit.Testing;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace SceneGen.Persistence.Tests.Infrastructure;

/// <summary>Orders on a bus in memory, kept in a SQLite file.</summary>
public sealed class OrderHarness : IAsyncLifetime
{
    private readonly string _file = Path.Combine(Path.GetTempPath(), $"orders-{Guid.NewGuid():N}.db");
    private readonly ServiceProvider _services;

    public OrderHarness()
    {
        var services = new ServiceCollection();
        services.AddDbContext<OrderDbContext>(options => options.UseSqlite($"Data Source={_file}"));
        services.AddMassTransitTestHarness(bus =>
        {
            bus.AddSagaStateMachine<OrderStateMachine, Order>()
                .EntityFrameworkRepository(repository => repository.ExistingDbContext<OrderDbContext>())
                .Endpoint(endpoint => endpoint.Name = "orders");
            bus.AddConfigureEndpointsCallback((context, _, endpoint) =>
            {
                endpoint.UseMessageRetry(retry => retry.Exponential(
                    50, TimeSpan.FromMilliseconds(5), TimeSpan.FromMilliseconds(500), TimeSpan.FromMilliseconds(10)));
                endpoint.UseInMemoryOutbox(context);
            });
        });
        _services = services.BuildServiceProvider(validateScopes: true);
        Bus = _services.GetRequiredService<ITestHarness>();
        Orders = Bus.GetSagaStateMachineHarness<OrderStateMachine, Order>();
    }

    public ITestHarness Bus { get; }

    public ISagaStateMachineTestHarness<OrderStateMachine, Order> Orders { get; }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        await using var scope = _services.CreateAsyncScope();
        var database = scope.ServiceProvider.GetRequiredService<OrderDbContext>().Database;
        await database.EnsureCreatedAsync(Stop);
        await database.ExecuteSqlRawAsync("PRAGMA journal_mode = WAL", Stop);
        await Bus.Start();
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        SqliteConnection.ClearAllPools();
        foreach (var file in Directory.GetFiles(Path.GetTempPath(), Path.GetFileName(_file) + "*"))
        {
            File.Delete(file);
        }
    }

    public Task SayAsync(params object[] messages)
        => Task.WhenAll(messages.Select(message => Bus.Bus.Publish(message, Stop)));

    public async Task<Order?> FindAsync(Guid id)
    {
        await using var scope = _services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<OrderDbContext>()
            .Orders.SingleOrDefaultAsync(order => order.CorrelationId == id, Stop);
    }

    /// <summary>Reads the row until it is so; the test's own time limit ends what never comes.</summary>
    public async Task UntilAsync(Guid id, Func<Order?, bool> condition)
    {
        while (!condition(await FindAsync(id)))
        {
            await Task.Delay(10, Stop);
        }
    }
}
