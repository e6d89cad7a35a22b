using SceneGen.Generation;
using SceneGen.Generation.Traffic.Slices;
using SceneGen.Tests.Builders;
using SceneGen.Tests.Databases;

namespace SceneGen.Tests.Generation.Traffic;

public sealed class When_the_provider_asks_for_calm
{
    private const int Budget = 600;

    private static readonly DateTimeOffset Noon = new(2026, 1, 1, 12, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("17", """{"detail":"Request was throttled."}""", 17)]
    [InlineData("Thu, 01 Jan 2026 00:00:25 GMT", "", 25)]
    [InlineData("", """{"detail":"Request was throttled.","retry_after":7}""", 7)]
    [InlineData("", """{"detail":"Request was throttled. Your rate limit resets in ~30s."}""", 30)]
    [InlineData("", "", 10)]
    public async Task nobody_asks_for_a_creation_before_its_hint_is_over(string header, string body, double wait)
    {
        await using var fleet = await Fleet.StartAsync(new SqliteDatabase());
        fleet.Provider.WillAnswer(429, body, header.Length > 0 ? [("Retry-After", header)] : []);

        Bought.Postponed(wait, await fleet.BuyAsync(0, A.Command(Guid.NewGuid())));

        // The second instance has dealt nothing yet: it hears of the pause with its first slice.
        var second = Assert.IsType<Purchase.Postponed>(await fleet.BuyAsync(1, A.Command(Guid.NewGuid())));
        Assert.Equal(wait, second.Wait.TotalSeconds, tolerance: 0.01);
        fleet.Advance(wait - 0.1);
        Assert.False(await fleet.CreateAsync(0));
        Assert.False(await fleet.CreateAsync(1));
        fleet.Advance(0.2);
        Assert.True(await fleet.CreateAsync(0));
        Assert.Empty(await fleet.GatesAsync());
    }

    [Fact]
    public async Task many_refusals_at_once_count_as_one()
    {
        await using var fleet = await Fleet.StartAsync(new SqliteDatabase());
        await Task.WhenAll(fleet.CreateAsync(0), fleet.CreateAsync(1));
        fleet.Advance(5);
        var deals = (await fleet.BudgetAsync()).Deals;
        fleet.Provider.Otherwise = 429;

        await Task.WhenAll(Enumerable.Range(0, 12).Select(
            index => Task.Run(() => fleet.BuyAsync(index % 2, A.Command(Guid.NewGuid())))));

        var budget = await fleet.BudgetAsync();
        Assert.Equal(Budget * 0.8, budget.ReducedTo);
        Assert.InRange(budget.Deals - deals, 1, 2);
    }

    [Fact]
    public void the_rate_falls_by_a_fifth_every_ten_seconds_at_most_and_is_back_within_two_minutes()
    {
        var budget = new ProviderBudget();
        for (var second = 0; second <= 30; second++)
        {
            BudgetRules.Reduce(budget, Budget, proven: 0, Noon.AddSeconds(second));
        }

        // Four reductions, each of what had recovered until then.
        var last = Noon.AddSeconds(30);
        Assert.Equal(last, budget.ReducedAt);
        Assert.InRange(BudgetRules.InForce(budget, Budget, last), Budget * Math.Pow(0.8, 4), Budget * 0.56);
        var low = budget.ReducedTo!.Value;
        Assert.Equal((low + Budget) / 2, BudgetRules.InForce(budget, Budget, last.AddMinutes(1)), precision: 6);
        Assert.Equal(Budget, BudgetRules.InForce(budget, Budget, last.AddMinutes(2)), precision: 6);
    }

    [Theory]
    [InlineData(550, 550)]
    [InlineData(900, 600)]
    [InlineData(6, 480)]
    public void the_rate_does_not_fall_below_what_is_known_to_be_taken(double proven, double reducedTo)
    {
        var budget = new ProviderBudget();

        BudgetRules.Reduce(budget, Budget, proven, Noon);

        Assert.Equal(reducedTo, BudgetRules.InForce(budget, Budget, Noon), precision: 6);
    }

    [Fact]
    public async Task a_limit_that_it_names_is_the_floor()
    {
        await using var fleet = await Fleet.StartAsync(new SqliteDatabase(), instances: 1);
        fleet.Provider.WillAnswer(429, """{"detail":"Your rate limit for creating predictions is reduced to 590 requests per minute."}""");

        await fleet.BuyAsync(0, A.Command(Guid.NewGuid()));

        Assert.Equal(590, (await fleet.BudgetAsync()).ReducedTo);
    }
}
