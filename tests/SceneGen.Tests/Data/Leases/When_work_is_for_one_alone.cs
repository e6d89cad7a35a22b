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
    private static readonly TimeSpan HalfAMinute = TimeSpan.FromSeconds(30);
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

    [Fact]
    public async Task it_goes_on_though_the_database_fails_now_and_then()
    {
        var working = new TaskCompletionSource<string>();
        var first = await BeginAsync(working);
        await RunAsync("ALTER TABLE leases RENAME TO leases_away");
        await PassFruitlesslyAsync();
        await RunAsync("ALTER TABLE leases_away RENAME TO leases");
        for (var minute = 0; minute < 3; minute++)
        {
            await PassHalfAMinuteAsync();
            await PassHalfAMinuteAsync();
        }

        Assert.Null(await Sole.TryRunAsync(Name, _ => Task.FromResult("second"), Stop));
        working.SetResult("first");
        Assert.Equal("first", await first);
    }

    [Fact]
    public async Task it_is_stopped_before_another_may_begin_when_the_database_stays_away()
    {
        var working = new TaskCompletionSource<string>();
        var first = await BeginAsync(working);
        await RunAsync("ALTER TABLE leases RENAME TO leases_away");
        for (var half = 0; half < 3; half++)
        {
            await PassFruitlesslyAsync();
            Assert.False(working.Task.IsCanceled);
        }

        _time.Advance(HalfAMinute);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first.WaitAsync(Stop));
    }

    [Fact]
    public async Task it_is_stopped_when_another_has_taken_it_over()
    {
        var first = await BeginAsync(new TaskCompletionSource<string>());
        await WithAsync(database => database.Leases.ExecuteUpdateAsync(
            set => set.SetProperty(lease => lease.EndsAt, _time.GetUtcNow().AddMinutes(5)), Stop));

        await WaitUntilItWaitsAsync();
        _time.Advance(HalfAMinute);
        while (!first.IsCompleted)
        {
            Stop.ThrowIfCancellationRequested();
            _time.Advance(TimeSpan.Zero);
        }

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);
        Assert.Null(await Sole.TryRunAsync(Name, _ => Task.FromResult("third"), Stop));
    }

    private async Task<Task<string?>> BeginAsync(TaskCompletionSource<string> working)
    {
        var begun = new TaskCompletionSource();
        var work = Sole.TryRunAsync(
            Name,
            stop =>
            {
                stop.Register(() => working.TrySetCanceled(stop));
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
        await WaitUntilItWaitsAsync();
        _time.Advance(HalfAMinute);
        while (await EndAsync() == before)
        {
            Stop.ThrowIfCancellationRequested();
        }
    }

    /// <summary>In which one renewal fails.</summary>
    private async Task PassFruitlesslyAsync()
    {
        await WaitUntilItWaitsAsync();
        _time.Advance(HalfAMinute);
        await WaitUntilItWaitsAsync();
    }

    private async Task WaitUntilItWaitsAsync()
    {
        while (!_time.IsWaitedForIn(HalfAMinute))
        {
            Stop.ThrowIfCancellationRequested();
            await Task.Yield();
        }
    }

    private Task<int> RunAsync(string statement)
        => WithAsync(database => database.Database.ExecuteSqlRawAsync(statement, Stop));

    private Task<DateTimeOffset> EndAsync()
        => WithAsync(database => database.Leases.Where(lease => lease.Name == Name).Select(lease => lease.EndsAt).SingleAsync(Stop));

    private async Task<T> WithAsync<T>(Func<SceneDbContext, Task<T>> use)
    {
        await using var scope = _services.CreateAsyncScope();
        return await use(scope.ServiceProvider.GetRequiredService<SceneDbContext>());
    }
}
