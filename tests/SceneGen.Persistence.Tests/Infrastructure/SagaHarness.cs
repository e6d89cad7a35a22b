using MassTransit;
using MassTransit.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SceneGen.Persistence.Tests.Orders;
using SceneGen.Tests.Databases;

namespace SceneGen.Persistence.Tests.Infrastructure;

/// <summary>Sagas of one kind on a bus in memory, kept in a database.</summary>
public abstract class SagaHarness<TSaga> : IAsyncLifetime
    where TSaga : class, ISagaVersion
{
    private readonly TestDatabase _database;
    private readonly ServiceProvider _services;

    protected SagaHarness(
        TestDatabase database, Func<IBusRegistrationConfigurator, ISagaRegistrationConfigurator<TSaga>> add)
    {
        _database = database;
        var services = new ServiceCollection();
        services.AddDbContext<SagaDbContext<TSaga>>(database.Use);
        services.AddMassTransitTestHarness(bus =>
        {
            add(bus)
                .EntityFrameworkRepository(repository => repository.ExistingDbContext<SagaDbContext<TSaga>>())
                .Endpoint(endpoint => endpoint.Name = "sagas");
            bus.AddConfigureEndpointsCallback((context, _, endpoint) =>
            {
                endpoint.UseMessageRetry(retry =>
                {
                    retry.ConnectRetryObserver(Failed);
                    retry.Ignore<SpoiledException>();
                    retry.Ignore<SagaException>();
                    retry.Exponential(
                        50, TimeSpan.FromMilliseconds(5), TimeSpan.FromMilliseconds(500), TimeSpan.FromMilliseconds(10));
                });
                endpoint.UseInMemoryOutbox(context);
            });
        });
        _services = services.BuildServiceProvider(validateScopes: true);
        Bus = _services.GetRequiredService<ITestHarness>();
    }

    public FailedAttempts Failed { get; } = new();

    public ITestHarness Bus { get; }

    public abstract ISagaTestHarness<TSaga> Sagas { get; }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        await using (var scope = _services.CreateAsyncScope())
        {
            await scope.ServiceProvider.GetRequiredService<SagaDbContext<TSaga>>().Database.EnsureCreatedAsync(Stop);
        }

        await Bus.Start();
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        await _database.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    public Task SayAsync(params object[] messages)
        => Task.WhenAll(messages.Select(message => Bus.Bus.Publish(message, Stop)));

    public async Task<TResponse> AskAsync<TRequest, TResponse>(TRequest request)
        where TRequest : class
        where TResponse : class
        => (await Bus.GetRequestClient<TRequest>().GetResponse<TResponse>(request, Stop)).Message;

    public async Task<TSaga?> FindAsync(Guid id)
    {
        await using var scope = _services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<SagaDbContext<TSaga>>()
            .Sagas.SingleOrDefaultAsync(saga => saga.CorrelationId == id, Stop);
    }

    /// <summary>Reads the row until it is so; the test's own time limit ends what never comes.</summary>
    public async Task UntilAsync(Guid id, Func<TSaga?, bool> condition)
    {
        while (!condition(await FindAsync(id)))
        {
            await Task.Delay(10, Stop);
        }
    }

    /// <summary>Returns when such a message has been dealt with.</summary>
    public async Task ConsumedAsync<T>(Func<T, bool> which)
        where T : class
        => Assert.True(await Bus.Consumed.Any<T>(message => which(message.Context.Message), Stop));
}
