using SceneGen.Data;
using SceneGen.Scenes.Live;
using SceneGen.Tests.Data;
using SceneGen.Tests.Infrastructure;

namespace SceneGen.Tests.Scenes.Live;

/// <summary>The database answers nothing until the test lets it.</summary>
public sealed class When_scenes_are_read_for_those_who_watch : IAsyncLifetime
{
    private const int Readers = 20;

    private readonly ManualTime _time = new();
    private SilentDatabase _database = null!;
    private SceneLookout _lookout = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _database = await SilentDatabase.OpenAsync(Stop);
        _lookout = new SceneLookout(_database.Scopes, _time);
    }

    public async ValueTask DisposeAsync()
    {
        _lookout.Dispose();
        await _database.DisposeAsync();
    }

    [Fact]
    public async Task no_more_than_four_are_read_at_once()
    {
        _database.Silence.Begin();
        var reads = Enumerable.Range(0, Readers).Select(_ => _lookout.ReadAsync(Guid.NewGuid(), 0, Stop)).ToList();
        await _database.Silence.IsAskedAsync(4, Stop);

        _database.Silence.End();
        await Task.WhenAll(reads);

        Assert.Equal(4, _database.Silence.MostAtOnce);
    }

    [Fact]
    public async Task one_that_is_not_answered_is_the_databases_fault_and_no_cancellation()
    {
        _database.Silence.Begin();
        var read = _lookout.ReadAsync(Guid.NewGuid(), 0, Stop);
        await _database.Silence.IsAskedAsync(1, Stop);

        _time.Advance(TimeSpan.FromSeconds(10));

        var error = await Assert.ThrowsAsync<DatabaseSilence>(() => read);
        Assert.True(DatabaseFault.IsOne(error));
        Assert.True(DatabaseFault.IsPassing(error));
    }

    [Fact]
    public async Task one_whose_reader_leaves_is_canceled()
    {
        using var leave = new CancellationTokenSource();
        _database.Silence.Begin();
        var read = _lookout.ReadAsync(Guid.NewGuid(), 0, leave.Token);
        await _database.Silence.IsAskedAsync(1, Stop);

        await leave.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => read);
    }
}
