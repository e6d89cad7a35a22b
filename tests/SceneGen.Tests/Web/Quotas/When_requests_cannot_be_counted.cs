using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using SceneGen.Data;
using SceneGen.Data.Sqlite;
using SceneGen.Scenes.Quotas;
using SceneGen.Tests.Data;
using SceneGen.Tests.Databases;
using SceneGen.Tests.Infrastructure;
using SceneGen.Web.Quotas;

namespace SceneGen.Tests.Web.Quotas;

/// <summary>The database answers nothing until the test lets it.</summary>
public sealed class When_requests_cannot_be_counted : IAsyncLifetime
{
    private readonly SqliteDatabase _database = new();
    private readonly ManualTime _time = new();
    private readonly Silence _silence = new();
    private ServiceProvider _services = null!;
    private RequestMinutes _minutes = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _services = new ServiceCollection()
            .AddDbContext<SceneDbContext, SqliteSceneDbContext>(
                options => options.UseSqlite(_database.ConnectionString).AddInterceptors(_silence))
            .BuildServiceProvider();
        await using var scope = _services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<SceneDbContext>().Database.EnsureCreatedAsync(Stop);
        _minutes = new RequestMinutes(
            _services.GetRequiredService<IServiceScopeFactory>(), Options.Create(new QuotaOptions { RequestsPerMinute = 20 }), _time);
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        await _database.DisposeAsync();
    }

    [Fact]
    public async Task it_is_the_databases_fault_for_all_who_wait_and_they_are_counted_when_it_answers()
    {
        _silence.Begin();
        var requests = new[] { TakeAsync(Stop), TakeAsync(Stop) };
        await _silence.IsAskedAsync(1, Stop);

        _time.Advance(TimeSpan.FromSeconds(10));

        foreach (var request in requests)
        {
            await Assert.ThrowsAsync<DatabaseSilence>(() => request);
        }

        _silence.End();
        Assert.Equal(19, await TakeAsync(Stop));
    }

    [Fact]
    public async Task whoever_leaves_meanwhile_is_gone()
    {
        using var leave = new CancellationTokenSource();
        _silence.Begin();
        var request = TakeAsync(leave.Token);
        await _silence.IsAskedAsync(1, Stop);

        await leave.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => request);
        _silence.End();
    }

    private Task<int?> TakeAsync(CancellationToken stop) => _minutes.TakeAsync("shop", stop).AsTask();
}
