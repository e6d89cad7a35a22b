using Microsoft.Extensions.Options;
using SceneGen.Data;
using SceneGen.Scenes.Quotas;
using SceneGen.Tests.Data;
using SceneGen.Tests.Infrastructure;
using SceneGen.Web.Quotas;

namespace SceneGen.Tests.Web.Quotas;

/// <summary>The database answers nothing until the test lets it.</summary>
public sealed class When_requests_cannot_be_counted : IAsyncLifetime
{
    private readonly ManualTime _time = new();
    private SilentDatabase _database = null!;
    private RequestMinutes _minutes = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _database = await SilentDatabase.OpenAsync(Stop);
        _minutes = new RequestMinutes(
            _database.Scopes, Options.Create(new QuotaOptions { RequestsPerMinute = 20 }), _time);
    }

    public async ValueTask DisposeAsync()
    {
        await _database.DisposeAsync();
    }

    [Fact]
    public async Task it_is_the_databases_fault_for_all_who_wait_and_they_are_counted_when_it_answers()
    {
        _database.Silence.Begin();
        var requests = new[] { TakeAsync(Stop), TakeAsync(Stop) };
        await _database.Silence.IsAskedAsync(1, Stop);

        _time.Advance(TimeSpan.FromSeconds(10));

        foreach (var request in requests)
        {
            await Assert.ThrowsAsync<DatabaseSilence>(() => request);
        }

        _database.Silence.End();
        Assert.Equal(19, await TakeAsync(Stop));
    }

    [Fact]
    public async Task whoever_leaves_meanwhile_is_gone()
    {
        using var leave = new CancellationTokenSource();
        _database.Silence.Begin();
        var request = TakeAsync(leave.Token);
        await _database.Silence.IsAskedAsync(1, Stop);

        await leave.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => request);
        _database.Silence.End();
    }

    private Task<int?> TakeAsync(CancellationToken stop) => _minutes.TakeAsync("shop", stop).AsTask();
}
