using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using SceneGen.Data;
using SceneGen.Data.Leases;
using SceneGen.Tests.Databases;
using SceneGen.Tests.Infrastructure;

namespace SceneGen.Tests.Data.Leases;

public abstract class When_work_is_for_one_alone : IAsyncLifetime
{
    private const string Name = "work";
    private readonly ManualTime _time = new();
    private readonly TestDatabase _database;
    private readonly ServiceProvider _services;

    protected When_work_is_for_one_alone(TestDatabase database)
    {
        _database = database;
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection([new("ConnectionStrings:Database", database.ConnectionString)])
            .Build();
        _services = new ServiceCollection()
            .AddLogging()
            .AddSingleton<TimeProvider>(_time)
            .AddData(configuration)
            .BuildServiceProvider(validateScopes: true);
    }

    public sealed class On_PostgreSQL() : When_work_is_for_one_alone(new PostgresDatabase());

    public sealed class On_SQLite() : When_work_is_for_one_alone(new SqliteDatabase());

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private SoleWork Sole => _services.GetRequiredService<SoleWork>();

    public async ValueTask InitializeAsync()
        => await WithAsync(database => database.Database.EnsureCreatedAsync(Stop));

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        await _database.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task nobody_else_begins_however_long_it_takes_and_then_anybody_may()
    {
        var working = new TaskCompletionSource<string>();
        var first = await BeginAsync(working);
        for (var minute = 0; minute < 4; minute++)
        {
            await PassHalfAMinuteAsync();
            await PassHalfAMinuteAsync();
            Assert.Null(await Sole.TryRunAsync(Name, _ => Task.FromResult("second"), Stop));
        }

        working.SetResult("first");

        Assert.Equal("first", await first);
        Assert.Equal("third", await Sole.TryRunAsync(Name, _ => Task.FromResult("third"), Stop));
    }

    [Fact]
    public async Task work_that_fails_is_over_too()
    {
        await Assert.ThrowsAsync<InvalidDataException>(
            () => Sole.TryRunAsync<string>(Name, _ => throw new InvalidDataException(), Stop));

        Assert.Equal("next", await Sole.TryRunAsync(Name, _ => Task.FromResult("next"), Stop));
    }

    [Fact]
    public async Task who_was_silent_for_too_long_takes_nothing_from_its_successor()
    {
        var working = new TaskCompletionSource<string>();
        var first = await BeginAsync(working);
        await WithAsync(database => database.Leases.ExecuteUpdateAsync(
            set => set.SetProperty(lease => lease.EndsAt, _time.GetUtcNow().AddMinutes(5)), Stop));

        working.SetResult("first");
        await first;

        Assert.Null(await Sole.TryRunAsync(Name, _ => Task.FromResult("third"), Stop));
    }

    private async Task<Task<string?>> BeginAsync(TaskCompletionSource<string> working)
    {
        var begun = new TaskCompletionSource();
        var work = Sole.TryRunAsync(
            Name,
            _ =>
            {
                begun.SetResult();
                return working.Task;
            },
            Stop);
        await begun.Task.WaitAsync(Stop);
        return work;
    }

    private async Task PassHalfAMinuteAsync()
    {
        var before = await EndAsync();
        while (!_time.IsWaitedFor)
        {
            await Task.Yield();
        }

        _time.Advance(TimeSpan.FromSeconds(30));
        while (await EndAsync() == before)
        {
            Stop.ThrowIfCancellationRequested();
        }
    }

    private Task<DateTimeOffset> EndAsync()
        => WithAsync(database => database.Leases.Where(lease => lease.Name == Name).Select(lease => lease.EndsAt).SingleAsync(Stop));

    private async Task<T> WithAsync<T>(Func<SceneDbContext, Task<T>> use)
    {
        await using var scope = _services.CreateAsyncScope();
        return await use(scope.ServiceProvider.GetRequiredService<SceneDbContext>());
    }
}
