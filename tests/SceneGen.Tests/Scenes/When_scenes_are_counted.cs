using SceneGen.Contracts;
using SceneGen.Observability.Telemetry;
using SceneGen.Tests.Builders;
using SceneGen.Tests.Infrastructure;
using SceneGen.Tests.Observability;

namespace SceneGen.Tests.Scenes;

public sealed class When_scenes_are_counted : IAsyncLifetime
{
    private readonly SceneHarness _harness = new();
    private Counts _counts = null!;

    public async ValueTask InitializeAsync()
    {
        await _harness.InitializeAsync();
        _counts = new Counts(_harness.Meters);
    }

    public async ValueTask DisposeAsync()
    {
        _counts.Dispose();
        await _harness.DisposeAsync();
    }

    [Fact]
    public async Task each_step_of_one_that_becomes_ready_counts_once_however_often_its_messages_come()
    {
        var scene = Guid.NewGuid();
        object[] messages =
        [
            A.Avatar(scene),
            A.Start(scene),
            A.Success(scene) with { Cost = 0.05m, PaintedFor = TimeSpan.Zero },
            A.Storage(scene) with { PaintedFor = TimeSpan.Zero, KeptFor = TimeSpan.Zero },
        ];
        foreach (var message in messages)
        {
            await _harness.HearAndSettleAsync(message);
            await _harness.HearAndSettleAsync(message);
        }

        Assert.Equal(1, _counts[TelemetryNames.ScenesAccepted]);
        Assert.Equal(1, _counts[$"{TelemetryNames.ScenesEnded} ready none none"]);
        Assert.Equal(0.05, _counts[$"{TelemetryNames.ProviderCost} {A.Start(scene).Model} neon-city"], 6);
        Assert.InRange(_counts[$"{TelemetryNames.StateDuration} generating"], 0.0001, 60);
        Assert.InRange(_counts[$"{TelemetryNames.SceneDuration} ready"], 0.0001, 60);
        Assert.InRange(_counts[TelemetryNames.SceneOverhead], 0.0001, 60);
    }

    [Fact]
    public async Task two_messages_at_once_count_as_one_after_the_other()
    {
        var scene = Guid.NewGuid();
        await _harness.HearAndSettleAsync(A.Avatar(scene));

        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => _harness.HearAndSettleAsync(
            new SceneCancelRequested { SceneId = scene })));

        Assert.Equal(1, _counts[TelemetryNames.ScenesAccepted]);
        Assert.Equal(1, _counts[$"{TelemetryNames.ScenesEnded} canceled none none"]);
    }

    [Fact]
    public async Task further_attempts_and_rollbacks_count_with_their_codes_and_outcomes()
    {
        var scene = Guid.NewGuid();
        var avatar = A.Avatar(scene);
        await _harness.HearAndSettleAsync(avatar);
        await _harness.HearAndSettleAsync(A.Start(scene));
        await _harness.HearAndSettleAsync(A.Failure(scene) with { Code = "timeout", Retryable = true, AttemptLimit = 2 });
        await _harness.HearAndSettleAsync(
            A.Failure(scene) with { Attempt = 2, Code = "timeout", Fault = SceneFault.Provider, Retryable = false });
        Assert.Equal(1, _counts[$"{TelemetryNames.ProviderRetries} timeout"]);
        Assert.Equal(1, _counts[TelemetryNames.RollbackRequests]);
        Assert.Equal(0, _counts[$"{TelemetryNames.ScenesEnded} rolledBack provider timeout"]);

        await _harness.HearAndSettleAsync(new AvatarRolledBack { SceneId = scene, AvatarId = avatar.AvatarId });

        Assert.Equal(1, _counts[$"{TelemetryNames.ScenesEnded} rolledBack provider timeout"]);
        Assert.Equal(1, _counts[$"{TelemetryNames.RollbacksEnded} rolledBack"]);
    }
}
