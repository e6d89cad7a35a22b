using SceneGen.Generation.Messages;
using SceneGen.Scenes;
using SceneGen.Scenes.Messages;
using SceneGen.Scenes.Timeline;
using SceneGen.Tests.Builders;
using SceneGen.Tests.Infrastructure;
using static SceneGen.Scenes.Timeline.TimelineCodes;

namespace SceneGen.Tests.Scenes.Timeline;

public sealed class When_a_scene_waits_at_a_gate(SceneHarness harness) : IClassFixture<SceneHarness>
{
    [Fact]
    public async Task its_beginning_and_its_end_are_told_once_however_often_it_goes_on()
    {
        var scene = await AddAsync();

        await harness.HearAndSettleAsync(Closed(scene, "provider"));
        await harness.HearAndSettleAsync(new SceneStepElapsed { SceneId = scene.CorrelationId });
        await harness.HearAndSettleAsync(Closed(scene, "provider"));
        await harness.HearAndSettleAsync(Closed(scene, "provider"));
        await harness.HearAndSettleAsync(A.Start(scene.CorrelationId));

        var entries = await harness.TimelineAsync(scene.CorrelationId);
        Assert.Equal([WaitBegan, WaitEnded, Entered], entries.Select(entry => entry.Code));
        Assert.Equal("""{"gate":"provider","reason":"unauthorized","waitMs":60000}""", entries[0].Data);
        Assert.Equal(
            "The scene waits at 'provider' (unauthorized), for 60 s to begin with.", entries[0].Text);
        Assert.Equal((int)(entries[1].At - entries[0].At).TotalMilliseconds, entries[1].DurationMs!.Value, tolerance: 1);
        var row = (await harness.FindAsync(scene.CorrelationId))!;
        Assert.Equal((null, null), (row.WaitsFor, row.WaitsSince));
    }

    [Fact]
    public async Task it_is_over_when_the_order_that_ends_it_began()
    {
        var scene = await AddAsync();
        await harness.HearAndSettleAsync(Closed(scene, "provider"));
        var orderedAt = DateTimeOffset.UtcNow.AddSeconds(90);

        await harness.HearAndSettleAsync(A.Start(scene.CorrelationId) with
        {
            Happened = [new Happened { Code = Ordered, At = orderedAt, DurationMs = 1500 }],
        });

        var entries = await harness.TimelineAsync(scene.CorrelationId);
        Assert.Equal([WaitBegan, WaitEnded, Ordered, Entered], entries.Select(entry => entry.Code));
        Assert.Equal(orderedAt.AddSeconds(-1.5), entries[1].At);
    }

    [Fact]
    public async Task another_gate_is_another_wait()
    {
        var scene = await AddAsync();
        await harness.HearAndSettleAsync(Closed(scene, "provider"));

        await harness.HearAndSettleAsync(Closed(scene, "budget"));

        Assert.Equal(
            [WaitBegan, WaitEnded, WaitBegan],
            (await harness.TimelineAsync(scene.CorrelationId)).Select(entry => entry.Code));
        Assert.Equal("budget", (await harness.FindAsync(scene.CorrelationId))!.WaitsFor);
    }

    [Fact]
    public async Task a_probe_that_finds_it_closed_is_told_without_ending_the_wait()
    {
        var scene = await AddAsync();
        await harness.HearAndSettleAsync(Closed(scene, "provider"));

        await harness.HearAndSettleAsync(Closed(scene, "provider") with
        {
            Happened = [new Happened { Code = OrderRefused, At = DateTimeOffset.UtcNow }],
        });

        Assert.Equal(
            [WaitBegan, OrderRefused], (await harness.TimelineAsync(scene.CorrelationId)).Select(entry => entry.Code));
    }

    [Fact]
    public async Task the_deadline_ends_it_too()
    {
        var scene = await AddAsync();
        await harness.HearAndSettleAsync(Closed(scene, "provider"));

        await harness.HearAndSettleAsync(new SceneDeadlineReached { SceneId = scene.CorrelationId });

        var entries = await harness.TimelineAsync(scene.CorrelationId);
        Assert.Equal([WaitBegan, WaitEnded, GivenUp, RollbackRequested, Entered], entries.Select(entry => entry.Code));
    }

    [Fact]
    public async Task a_postponement_by_an_older_version_is_no_wait_at_a_gate()
    {
        var scene = await AddAsync();

        await harness.HearAndSettleAsync(A.Postponement(scene.CorrelationId));

        Assert.Empty(await harness.TimelineAsync(scene.CorrelationId));
    }

    private static GenerationPostponed Closed(SceneState scene, string gate)
        => A.Postponement(scene.CorrelationId) with
        {
            Wait = TimeSpan.FromMinutes(1),
            Gate = gate,
            GateReason = "unauthorized",
        };

    private async Task<SceneState> AddAsync()
    {
        var scene = A.SceneIn("Submitting");
        await harness.AddAsync(scene);
        return scene;
    }
}
