using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging.Abstractions;
using SceneGen.Assets.Sweeping;
using SceneGen.Data;
using SceneGen.Data.Leases;
using SceneGen.Generation.Reconciling;
using SceneGen.Tests.Databases;
using SceneGen.Tests.Infrastructure;

namespace SceneGen.Tests.Data.Leases;

public sealed class When_a_pass_finds_somebody_at_it : IAsyncLifetime
{
    private readonly ManualTime _time = new();
    private readonly SqliteDatabase _database = new();
    private readonly ServiceProvider _services;

    public When_a_pass_finds_somebody_at_it()
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection([new("ConnectionStrings:Database", _database.ConnectionString)])
            .Build();
        _services = new ServiceCollection()
            .AddLogging()
            .AddSingleton<TimeProvider>(_time)
            .AddData(configuration)
            .BuildServiceProvider(validateScopes: true);
    }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private IServiceScopeFactory Scopes => _services.GetRequiredService<IServiceScopeFactory>();

    private SoleWork Sole => _services.GetRequiredService<SoleWork>();

    public async ValueTask InitializeAsync()
        => await WithAsync(database => database.Database.EnsureCreatedAsync(Stop));

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        await _database.DisposeAsync();
    }

    [Fact]
    public async Task the_sweep_is_not_put_off_for_an_hour()
    {
        using var sweeper = new Sweeper(Scopes, Sole, _time, NullLogger<Sweeper>.Instance);

        await PassInVainAsync(sweeper, Sweeper.Work, TimeSpan.FromMinutes(5));
    }

    [Fact]
    public async Task the_reconciliation_is_not_put_off_either()
    {
        using var reconciler = new Reconciler(Scopes, Sole, _time, NullLogger<Reconciler>.Instance);

        await PassInVainAsync(reconciler, "reconciliation-work", TimeSpan.FromMinutes(1));
    }

    private async Task PassInVainAsync(BackgroundService service, string work, TimeSpan pause)
    {
        await WithAsync(database =>
        {
            database.Add(new Lease { Name = work, EndsAt = _time.GetUtcNow().AddHours(1) });
            return database.SaveChangesAsync(Stop);
        });
        await service.StartAsync(Stop);
        await WaitUntilItWaitsAsync(pause);

        _time.Advance(pause);

        await WaitUntilItWaitsAsync(pause);
        await service.StopAsync(Stop);
        Assert.Equal([work], await WithAsync(database => database.Leases.Select(lease => lease.Name).ToListAsync(Stop)));
    }

    private async Task WaitUntilItWaitsAsync(TimeSpan pause)
    {
        while (!_time.IsWaitedForIn(pause))
        {
            Stop.ThrowIfCancellationRequested();
            await Task.Yield();
        }
    }

    private async Task<T> WithAsync<T>(Func<SceneDbContext, Task<T>> use)
    {
        await using var scope = _services.CreateAsyncScope();
        return await use(scope.ServiceProvider.GetRequiredService<SceneDbContext>());
    }
}
