using System.Globalization;
using Microsoft.Extensions.Options;
using SceneGen.Assets.Fetching;
using SceneGen.Assets.Messages;
using SceneGen.Contracts;
using SceneGen.Generation.Messages;
using SceneGen.Generation.Planning;
using SceneGen.Scenes.Options;
using SceneGen.Tests.Builders;
using SceneGen.Tests.Themes;

namespace SceneGen.Tests.Generation;

public sealed class When_an_attempt_is_planned
{
    private const string Flux = "black-forest-labs/flux-2-pro";
    private const string Seedream = "bytedance/seedream-4";

    // The first four bytes of SHA-256("0199f3a4-5b6c-7d8e-9f10-a1b2c3d4e5f6/1/1"), without the sign.
    private const int SeedOfTheFirst = 2_059_192_740;
    private static readonly CultureInfo Invariant = CultureInfo.InvariantCulture;
    private static readonly Guid SceneId = new("0199f3a4-5b6c-7d8e-9f10-a1b2c3d4e5f6");

    [Theory]
    [InlineData("neon-city", 1, Seedream)]
    [InlineData("neon-city", 3, Seedream)]
    [InlineData("neon-city", 4, Flux)]
    [InlineData("neon-city", 6, Flux)]
    [InlineData("neon-city", 7, Flux)]
    [InlineData("space-station", 3, Flux)]
    [InlineData("space-station", 4, Seedream)]
    public void each_of_the_themes_models_has_three_turns(string theme, int attempt, string model)
    {
        var plan = Plan(A.Command(SceneId, theme) with { Attempt = attempt });

        Assert.Equal((model, 6), (plan.Model, plan.AttemptLimit));
    }

    [Fact]
    public void it_says_what_is_sent()
    {
        var plan = Plan(A.Command(SceneId, "space-station") with { Seed = 7 });

        var theme = ShippedThemes.Find("space-station");
        Assert.Equal((theme.Version, theme.Hash, null), (plan.ThemeVersion, plan.ThemeHash, plan.ThemeLabel));
        Assert.Equal(new FrameBox(0.3538, 0.39, 0.2925, 0.52), plan.AvatarBox);
        Assert.StartsWith("Place the animal from the reference", plan.Prompt, StringComparison.Ordinal);
        Assert.Equal(plan.Prompt, plan.Input["prompt"]!.GetValue<string>());
        Assert.Equal(A.AvatarUrl, plan.Input["input_images"]![0]!.GetValue<string>());
        Assert.Equal(7, plan.Input["seed"]!.GetValue<int>());
    }

    [Fact]
    public void the_seed_follows_from_the_attempts_name()
    {
        var command = A.Command(SceneId, "space-station");

        Assert.Equal(SeedOfTheFirst, Plan(command).Seed);
        Assert.Equal(SeedOfTheFirst, Plan(command).Seed);
        Assert.NotEqual(SeedOfTheFirst, Plan(command with { Attempt = 2 }).Seed);
        Assert.NotEqual(SeedOfTheFirst, Plan(command with { Run = 2 }).Seed);
        Assert.NotEqual(SeedOfTheFirst, Plan(command with { SceneId = Guid.NewGuid() }).Seed);
    }

    [Fact]
    public void no_seed_is_negative()
        => Assert.All(
            Enumerable.Range(1, 100).Select(run => Plan(A.Command(SceneId, "space-station") with { Run = run })),
            plan => Assert.True(plan.Seed >= 0));

    [Fact]
    public void a_model_without_a_seed_gets_none()
    {
        var plan = Plan(A.Command(SceneId, "neon-city") with { Seed = 7 });

        Assert.Null(plan.Seed);
        Assert.False(plan.Input.ContainsKey("seed"));
    }

    [Fact]
    public void an_unknown_theme_is_the_themes_fault()
    {
        var (plan, failure) = Planner().Plan(A.Command(SceneId, "atlantis"));

        Assert.Null(plan);
        Assert.Equal(
            (SceneFailureCodes.ThemeUnknown, SceneFault.Theme, false),
            (failure!.Code, failure.Fault, failure.Retryable));
    }

    [Theory]
    [InlineData("http://avatars.example.org/fox.png", "The avatar URL is plain http: send an https URL of a picture.")]
    [InlineData(
        "https://10.0.0.1/fox.png?t=secret",
        "The avatar URL names a host that is not public: send an https URL on a public host.")]
    public void a_refused_url_is_the_avatars_fault(string url, string detail)
    {
        var (plan, failure) = Planner().Plan(A.Command(SceneId, "neon-city") with { AvatarUrl = url });

        Assert.Null(plan);
        Assert.Equal(
            (SceneFailureCodes.AvatarUrlRefused, SceneFault.Avatar, false, detail),
            (failure!.Code, failure.Fault, failure.Retryable, failure.Detail));
    }

    [Theory]
    [InlineData("0.0000", 1, "1.00", true)]
    [InlineData("0.9700", 1, "1.00", true)]
    [InlineData("0.9701", 1, "1.00", false)]
    [InlineData("0.9700", 4, "1.00", false)]
    [InlineData("0.0000", 1, "0.03", true)]
    [InlineData("0.0000", 1, "0.02", false)]
    public void an_attempt_that_would_cost_too_much_is_not_begun(string spent, int attempt, string cap, bool isPlanned)
    {
        var command = A.Command(SceneId) with { Attempt = attempt, Spent = decimal.Parse(spent, Invariant) };

        var (plan, failure) = Planner(decimal.Parse(cap, Invariant)).Plan(command);

        Assert.Equal(isPlanned, plan is not null);
        Assert.Equal(isPlanned ? null : SceneFailureCodes.CostCapReached, failure?.Code);
        Assert.Equal(isPlanned ? null : SceneFault.Provider, failure?.Fault);
        Assert.NotEqual(true, failure?.Retryable);
    }

    private static GenerationPlan Plan(GenerateScene command)
    {
        var (plan, failure) = Planner().Plan(command);
        Assert.Null(failure);
        return plan!;
    }

    private static GenerationPlanner Planner(decimal cap = 1)
    {
        var urls = new AvatarUrlPolicy(Options.Create(new FetchingOptions()), Options.Create(new AvatarOptions()));
        return new GenerationPlanner(ShippedThemes.Read(), urls, Options.Create(new SceneOptions { CostCap = cap }));
    }
}
