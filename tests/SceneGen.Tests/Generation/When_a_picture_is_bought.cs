using SceneGen.Assets.Messages;
using SceneGen.Generation;
using SceneGen.Tests.Themes;

namespace SceneGen.Tests.Generation;

public sealed class When_a_picture_is_bought
{
    [Fact]
    public async Task the_provider_begins_it()
    {
        await using var shop = await SimulatedShop.OpenAsync();
        var order = SimulatedShop.Order() with { Seed = 7 };

        var begun = Assert.IsType<Purchase.Begun>(await shop.BuyAsync(order));

        Assert.Equal(Assert.Single(await shop.LedgerAsync()), begun.Intent.PredictionId);
        Assert.Equal(6, begun.AttemptLimit);
        Assert.Equal(
            ("black-forest-labs/flux-2-pro", 3, 7),
            (begun.Intent.Model, begun.Intent.ThemeVersion, begun.Intent.Seed));
        Assert.Equal(
            (ShippedThemes.Find("space-station").Hash, null, "hidden"),
            (begun.Intent.ThemeHash, begun.Intent.ThemeLabel, begun.Intent.ModelVersion));
        Assert.Equal(new FrameBox(0.3538, 0.39, 0.2925, 0.52), begun.Intent.AvatarBox);
        Assert.Equal(begun.Intent, await shop.Buyer.IntentAsync(order));
    }

    [Fact]
    public async Task a_command_that_comes_twice_at_once_buys_once()
    {
        await using var shop = await SimulatedShop.OpenAsync();
        var order = SimulatedShop.Order();

        var purchases = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => shop.BuyAsync(order)));

        var id = Assert.Single(await shop.LedgerAsync());
        Assert.Contains(purchases, purchase => purchase is Purchase.Begun);
        Assert.All(purchases, purchase => Assert.True(
            purchase is Purchase.Begun begun ? begun.Intent.PredictionId == id : purchase is Purchase.Postponed));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(3600)]
    public async Task a_command_that_comes_again_later_buys_nothing(double seconds)
    {
        await using var shop = await SimulatedShop.OpenAsync();
        var order = SimulatedShop.Order();
        var first = Bought.Begun(await shop.BuyAsync(order));

        var second = Bought.Begun(await shop.BuyAfterAsync(seconds, order));

        Assert.Equal(first, second);
        Assert.Equal([first], await shop.LedgerAsync());
    }

    [Fact]
    public async Task another_attempt_or_run_is_another_picture()
    {
        await using var shop = await SimulatedShop.OpenAsync();
        var order = SimulatedShop.Order();

        var first = Bought.Begun(await shop.BuyAsync(order));
        var second = Bought.Begun(await shop.BuyAsync(order with { Attempt = 2 }));
        var third = Bought.Begun(await shop.BuyAsync(order with { Run = 2 }));

        Assert.Equal([first, second, third], await shop.LedgerAsync());
    }

    [Fact]
    public async Task one_that_cannot_be_planned_is_refused_unasked()
    {
        await using var shop = await SimulatedShop.OpenAsync();

        var refused = Assert.IsType<Purchase.Refused>(await shop.BuyAsync(SimulatedShop.Order(theme: "atlantis")));

        Assert.Equal(("theme_unknown", 1), (refused.Failure.Code, refused.AttemptLimit));
        Assert.Empty(await shop.LedgerAsync());
    }
}
