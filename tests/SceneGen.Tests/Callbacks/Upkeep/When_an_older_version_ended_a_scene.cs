using System.Text.Json;
using SceneGen.Callbacks.Upkeep;
using SceneGen.Contracts;

namespace SceneGen.Tests.Callbacks.Upkeep;

public sealed class When_an_older_version_ended_a_scene : IAsyncLifetime
{
    private UpkeepHarness _harness = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private DateTimeOffset Now => _harness.Scenes.Now;

    public async ValueTask InitializeAsync() => _harness = await UpkeepHarness.StartAsync();

    public ValueTask DisposeAsync() => _harness.DisposeAsync();

    [Theory]
    [InlineData("Ready", "scene.ready")]
    [InlineData("Failed", "scene.failed")]
    [InlineData("RollingBack", "scene.failed")]
    [InlineData("RolledBack", "scene.rolledBack")]
    [InlineData("Canceled", "scene.canceled")]
    [InlineData("Expired", "scene.expired")]
    public async Task its_end_is_posted_after_all_and_once(string state, string type)
    {
        var ended = Now - TimeSpan.FromHours(1);
        var scene = await _harness.AddSceneAsync(state, row =>
        {
            row.RollbackRequestedAt = state is "Failed" ? null : row.RollbackRequestedAt;
            (row.FailureCode, row.FailureFault) = ("deadline_exceeded", SceneFault.Provider);
        });

        Assert.Equal((1, 0), (await AddAsync(), await AddAsync()));

        await _harness.AreTakenAsync(scene);
        var body = JsonDocument.Parse(Assert.Single(_harness.Receiver.Heard).Body).RootElement;
        Assert.Equal(
            (type, scene, ended),
            (body.GetProperty("type").GetString(),
                body.GetProperty("data").GetProperty("sceneId").GetGuid(),
                body.GetProperty("timestamp").GetDateTimeOffset()));
    }

    [Fact]
    public async Task a_refused_rollback_is_told_as_one()
    {
        var scene = await _harness.AddSceneAsync("Failed", refused => refused.RollbackRequestedAt = Now);

        await AddAsync();

        Assert.Equal("scene.rolledBack", Assert.Single(await _harness.ListAsync(scene)).Type);
    }

    [Fact]
    public async Task what_runs_or_ended_long_ago_or_was_told_or_has_no_callback_is_left_alone()
    {
        await _harness.AddSceneAsync("Generating");
        await _harness.AddSceneAsync("Expired", old => old.StateEnteredAt = Now - TimeSpan.FromDays(3));
        await _harness.AddSceneAsync("Expired", silent => silent.CallbackUrl = null);
        await _harness.AddSceneAsync("Expired", deleted => deleted.ErasedAt = Now);
        await _harness.AddSceneAsync("Expired", fresh => fresh.StateEnteredAt = Now);
        await _harness.AddCallbackAsync(await _harness.AddSceneAsync("Canceled"), Now);

        Assert.Equal(0, await AddAsync());
    }

    [Fact]
    public async Task a_deleted_one_keeps_nothing_of_its_callback()
    {
        var deleted = await _harness.AddSceneAsync("Canceled", erased => erased.ErasedAt = Now);
        var kept = await _harness.AddSceneAsync("Canceled");
        await _harness.AddCallbackAsync(deleted, Now);
        await _harness.AddCallbackAsync(kept, Now);

        Assert.Equal(1, await _harness.DoAsync<MissingCallbacks>(missing => missing.EraseAsync(Stop)));

        Assert.Null((await _harness.Scenes.FindAsync(deleted))!.CallbackUrl);
        Assert.NotNull((await _harness.Scenes.FindAsync(kept))!.CallbackUrl);
        Assert.Equal((0, 1), ((await _harness.ListAsync(deleted)).Count, (await _harness.ListAsync(kept)).Count));
    }

    private Task<int> AddAsync() => _harness.DoAsync<MissingCallbacks>(missing => missing.AddAsync(Stop));
}
