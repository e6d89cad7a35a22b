using Microsoft.Extensions.Options;
using SceneGen.Scenes.Options;
using SceneGen.Scenes.Timers;
using SceneGen.Tests.Builders;
using SceneGen.Tests.Infrastructure;

namespace SceneGen.Tests.Scenes;

public sealed class When_a_picture_takes_half_a_minute
{
    private static readonly TimeSpan Painting = TimeSpan.FromSeconds(30);

    [Fact]
    public void it_is_looked_at_six_times_at_most_however_the_waits_vary()
        => Assert.All(Enumerable.Range(0, 1000), _ => Assert.InRange(LooksUntilPainted(), 4, 6));

    private static int LooksUntilPainted()
    {
        var timers = new SceneTimers(
            new ManualTime(),
            Options.Create(new SceneOptions()),
            Options.Create(new StepOptions()),
            Options.Create(new PollingOptions()),
            Options.Create(new CompensationOptions()));
        var (looks, age) = (1, timers.FirstCheck(A.Start(Guid.NewGuid())));
        while (age < Painting)
        {
            age += timers.NextCheck(looks);
            looks++;
        }

        return looks;
    }
}
