using SceneGen.Scenes;
using SceneGen.Scenes.Forecasts;
using SceneGen.Scenes.Words;
using SceneGen.Tests.Builders;

namespace SceneGen.Tests.Scenes.Forecasts;

public sealed class When_a_scenes_end_is_foretold
{
    private const string Model = "black-forest-labs/flux-2-pro";
    private static readonly DateTimeOffset Now = new(2026, 1, 1, 12, 0, 0, TimeSpan.Zero);

    private static readonly int[] After = [0, 1, 5, 20, 100, 5000];

    private static readonly Forecast Known = new()
    {
        Models = new Dictionary<string, Pace> { [Model] = new(Seconds(20), Seconds(45)) },
        Submitting = new Pace(Seconds(2), Seconds(6)),
        Storing = new Pace(Seconds(1), Seconds(3)),
        Line = [Now - Seconds(30), Now - Seconds(20), Now - Seconds(10)],
        OrdersPerMinute = 30,
    };

    [Theory]
    [InlineData("Submitting", 0, 2.0 + 20 + 1)]
    [InlineData("Submitting", 1.5, 0.5 + 20 + 1)]
    [InlineData("Submitting", 4, 2.0 + 20 + 1)]
    [InlineData("Submitting", 6, null)]
    [InlineData("Generating", 0, 20.0 + 1)]
    [InlineData("Generating", 15, 5.0 + 1)]
    [InlineData("Generating", 20, 25.0 + 1)]
    [InlineData("Generating", 44, 1.0 + 1)]
    [InlineData("Generating", 45, null)]
    [InlineData("Storing", 0.5, 0.5)]
    [InlineData("Storing", 2, 1.0)]
    [InlineData("Storing", 3, null)]
    [InlineData("AwaitingTheme", 1, null)]
    [InlineData("Ready", 1, null)]
    [InlineData("RollingBack", 1, null)]
    public void it_is_the_usual_time_then_the_longest_then_nothing(string state, double after, double? rest)
        => Assert.Equal(rest, Known.RestOf(Scene(state, after), Model, Now)?.TotalSeconds);

    [Theory]
    [InlineData(30, 2 + 20 + 1)]
    [InlineData(20, 4 + 20 + 1)]
    [InlineData(10, 6 + 20 + 1)]
    public void a_scene_in_line_waits_for_those_before_it(int since, double rest)
    {
        var scene = Scene("Submitting", 60);
        (scene.WaitsFor, scene.WaitsSince) = ("budget", Now - Seconds(since));

        Assert.Equal(rest, Known.RestOf(scene, Model, Now)?.TotalSeconds);
    }

    [Fact]
    public void nobody_knows_when_a_closed_gate_opens()
    {
        var scene = Scene("Submitting", 1);
        (scene.WaitsFor, scene.WaitsSince) = ("provider", Now);

        Assert.Null(Known.RestOf(scene, Model, Now));
    }

    [Fact]
    public void of_a_model_that_few_have_used_nothing_is_said()
    {
        Assert.Null(Known.RestOf(Scene("Generating", 1), "other/model", Now));
        Assert.Null(Pace.Of([Seconds(1), Seconds(2), Seconds(3), Seconds(4)]));
    }

    [Fact]
    public void a_pace_is_what_half_and_nearly_all_took()
        => Assert.Equal(
            new Pace(Seconds(51), Seconds(96)), Pace.Of(Enumerable.Range(1, 100).Reverse().Select(n => Seconds(n))));

    [Fact]
    public void a_scene_that_waits_is_said_to_wait()
    {
        var scene = Scene("Submitting", 1);
        var usual = StepWords.For(scene).English;
        scene.WaitsFor = "budget";
        var inLine = StepWords.For(scene);
        scene.WaitsFor = "model:owner/name";
        var atGate = StepWords.For(scene);

        Assert.Contains("in line", inLine.English, StringComparison.Ordinal);
        Assert.Contains("wartet", inLine.German, StringComparison.Ordinal);
        Assert.Contains("waits", atGate.English, StringComparison.Ordinal);
        Assert.Contains("wartet", atGate.German, StringComparison.Ordinal);
        Assert.Equal(3, new[] { usual, inLine.English, atGate.English }.Distinct().Count());
    }

    [Fact]
    public void progress_never_goes_back_within_a_run()
    {
        string[] steps = ["Submitting", "Generating", "Storing"];
        var way = Enumerable.Range(1, 10)
            .SelectMany(attempt => steps, (attempt, state) => (Attempt: attempt, State: state))
            .SelectMany(step => After, (step, after) => Progress.Of(step.State, step.Attempt, Seconds(after)))
            .Prepend(Progress.Of("AwaitingTheme", 0, TimeSpan.Zero))
            .ToList();

        Assert.Equal(way.Order(), way);
        Assert.All(way, percent => Assert.InRange(percent, 5, 98));
        Assert.Equal(100, Progress.Of("Ready", 1, TimeSpan.Zero));
    }

    [Theory]
    [InlineData(0, 16)]
    [InlineData(10, 42)]
    [InlineData(20, 51)]
    [InlineData(90, 63)]
    public void progress_moves_while_it_is_painted(int after, int percent)
        => Assert.Equal(percent, Progress.Of("Generating", 1, Seconds(after)));

    private static SceneState Scene(string state, double after)
    {
        var scene = A.SceneIn(state);
        scene.StateEnteredAt = Now - Seconds(after);
        return scene;
    }

    private static TimeSpan Seconds(double seconds) => TimeSpan.FromSeconds(seconds);
}
