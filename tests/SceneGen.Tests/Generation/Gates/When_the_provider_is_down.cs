using SceneGen.Generation.Gates;
using SceneGen.Tests.Databases;
using SceneGen.Tests.Generation.Traffic;

namespace SceneGen.Tests.Generation.Gates;

public sealed class When_the_provider_is_down
{
    private const int Budget = 600;
    private const int Scenes = 2_000;

    [Theory]
    [InlineData(1, Scenes / 100)]

    // A scene comes back to either instance, and neither knows who waits for the other.
    [InlineData(2, Scenes / 4)]
    public async Task the_scenes_that_wait_come_back_within_the_budget_and_the_oldest_first(int instances, int tolerance)
    {
        await using var fleet = await Fleet.StartAsync(new SqliteDatabase(), instances);
        var crowd = new Crowd(fleet, instances) { ProviderIsDown = true };
        var start = fleet.Time.GetUtcNow();

        crowd.Add(Scenes, within: TimeSpan.FromMinutes(2));
        await crowd.RunUntilAsync(start.AddMinutes(10));
        Assert.Equal(GateReasons.ProviderDown, Assert.Single(await fleet.GatesAsync()).Reason);
        Assert.InRange(crowd.Failed, 10, 40);
        Assert.InRange(crowd.Asked, 0, Scenes * 8);

        crowd.ProviderIsDown = false;
        fleet.Provider.Otherwise = 200;
        await crowd.RunUntilAsync(start.AddMinutes(20));

        Assert.Empty(await fleet.GatesAsync());
        var opened = crowd.Created[0].At;
        var minutes = crowd.ByMinute(opened, minutes: 5);
        Assert.InRange(crowd.MostInAMinute(), 1, Budget * 1.1);
        var outOfPlace = crowd.Created.Index()
            .Select(scene => Math.Abs(scene.Index - (int)Math.Round((scene.Item.Ticket.Since - start) / TimeSpan.FromMinutes(2) * Scenes)))
            .ToList();
        TestContext.Current.TestOutputHelper!.WriteLine(
            $"{instances}: opened after {(opened - start).TotalSeconds} s, then a minute {string.Join(' ', minutes)}; "
            + $"{crowd.Asked} asked, {crowd.Failed} failed; out of place at most {outOfPlace.Max()}, on average {outOfPlace.Average()}");
        Assert.Equal(Scenes, crowd.Created.Count);
        Assert.InRange(outOfPlace.Max(), 0, tolerance);
        Assert.InRange(outOfPlace.Average(), 0, tolerance / 4.0);
        Assert.InRange(minutes[0], Budget * 0.8, Budget * 1.1);
    }
}
