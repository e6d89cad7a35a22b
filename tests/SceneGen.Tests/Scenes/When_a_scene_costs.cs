using SceneGen.Contracts;
using SceneGen.Generation.Messages;
using SceneGen.Scenes.Costs;
using SceneGen.Scenes.Messages;
using SceneGen.Tests.Builders;
using SceneGen.Tests.Infrastructure;

namespace SceneGen.Tests.Scenes;

public sealed class When_a_scene_costs(SceneHarness harness) : IClassFixture<SceneHarness>
{
    [Fact]
    public async Task a_painted_picture_is_on_its_bill()
        => Assert.Equal(0.12m, await CostAfterAsync(id => A.Success(id) with { Cost = 0.03m }));

    [Fact]
    public async Task a_picture_that_is_told_twice_is_on_it_once()
        => Assert.Equal(
            0.12m,
            await CostAfterAsync(id => A.Success(id) with { Cost = 0.03m }, id => A.Success(id) with { Cost = 0.03m }));

    [Fact]
    public async Task an_attempt_that_was_billed_all_the_same_is_on_it()
        => Assert.Equal(0.11m, await CostAfterAsync(id => A.Failure(id) with { Cost = 0.02m }));

    [Fact]
    public async Task an_attempt_that_is_over_is_not()
        => Assert.Equal(0.09m, await CostAfterAsync(id => A.Failure(id, attempt: 9) with { Cost = 0.02m }));

    [Fact]
    public async Task a_prediction_that_the_user_stops_is()
        => Assert.Equal(0.14m, await CostAfterAsync(id => new SceneCancelRequested { SceneId = id }));

    [Fact]
    public async Task a_prediction_that_the_deadline_stops_is_as_well()
        => Assert.Equal(0.14m, await CostAfterAsync(id => new SceneDeadlineReached { SceneId = id, WasLookedAt = true }));

    [Fact]
    public async Task the_price_of_what_was_begun_is_known()
    {
        var scene = A.SceneIn("Submitting");
        await harness.AddAsync(scene);

        await harness.HearAndSettleAsync(A.Start(scene.CorrelationId) with { Price = 0.15m });

        Assert.Equal(0.15m, (await harness.FindAsync(scene.CorrelationId))!.AttemptPrice);
    }

    [Fact]
    public void a_day_is_charged_with_the_runs_that_began_on_it()
    {
        var noon = new DateTimeOffset(2026, 1, 2, 12, 0, 0, TimeSpan.Zero);
        var (today, tomorrow) = (noon.UtcDateTime.Date, noon.UtcDateTime.Date.AddDays(1));
        var scene = A.SceneIn("Failed");
        scene.Cost = 0.03m;

        scene.BeginSpending(noon);
        scene.Cost += 0.05m;
        scene.BeginSpending(noon.AddHours(11));
        scene.Cost += 0.01m;
        Assert.Equal((0.06m, 0m), (scene.CostSince(today), scene.CostSince(tomorrow)));

        scene.BeginSpending(noon.AddHours(12));
        scene.Cost += 0.02m;
        Assert.Equal(0.02m, scene.CostSince(tomorrow));
    }

    [Fact]
    public async Task the_next_attempt_is_told_what_is_spent()
    {
        var scene = A.SceneIn("Generating");
        scene.Cost = 0.09m;
        await harness.AddAsync(scene);

        await harness.HearAndSettleAsync(A.Failure(scene.CorrelationId) with { Cost = 0.02m, Pause = TimeSpan.Zero });

        var command = await harness.SendsAsync<GenerateScene>(sent => sent.SceneId == scene.CorrelationId);
        Assert.Equal(0.11m, command.Spent);
    }

    private async Task<decimal> CostAfterAsync(params Func<Guid, object>[] messages)
    {
        var scene = A.SceneIn("Generating");
        (scene.Cost, scene.AttemptPrice) = (0.09m, 0.05m);
        await harness.AddAsync(scene);
        foreach (var message in messages)
        {
            await harness.HearAndSettleAsync(message(scene.CorrelationId));
        }

        return (await harness.FindAsync(scene.CorrelationId))!.Cost;
    }
}
