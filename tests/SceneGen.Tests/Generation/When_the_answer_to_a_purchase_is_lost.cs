using SceneGen.Generation;

namespace SceneGen.Tests.Generation;

public sealed class When_the_answer_to_a_purchase_is_lost
{
    [Theory]
    [InlineData("http-502-after")]
    [InlineData("http-reset-after")]
    public async Task the_prediction_is_found_and_adopted(string fault)
    {
        await using var shop = await SimulatedShop.OpenAsync();
        var order = SimulatedShop.Order(fault);

        Bought.Postponed(2, await shop.BuyAsync(order));
        var adopted = Bought.Begun(await shop.BuyAfterAsync(2, order));

        Assert.Equal([adopted], await shop.LedgerAsync());
        Assert.Equal(adopted, (await shop.Buyer.IntentAsync(order))!.PredictionId);
        Assert.Equal(adopted, Bought.Begun(await shop.BuyAfterAsync(600, order)));
        Assert.Equal(1, await shop.CountAsync("creates"));
    }

    [Fact]
    public async Task another_is_asked_for_when_the_first_is_surely_absent()
    {
        await using var shop = await SimulatedShop.OpenAsync();
        var order = SimulatedShop.Order("http-502-before");

        Bought.Postponed(2, await shop.BuyAsync(order));
        Bought.Postponed(10, await shop.BuyAfterAsync(2, order));
        Bought.Postponed(10, await shop.BuyAfterAsync(10, order));
        Bought.Postponed(10, await shop.BuyAfterAsync(7.9, order));
        Assert.Empty(await shop.LedgerAsync());
        var begun = Bought.Begun(await shop.BuyAfterAsync(0.1, order));

        Assert.Equal([begun], await shop.LedgerAsync());
        Assert.Equal(4, await shop.CountAsync("lists"));
    }

    [Fact]
    public async Task the_two_listings_that_do_not_show_it_are_ten_seconds_apart()
    {
        await using var shop = await SimulatedShop.OpenAsync();
        var order = SimulatedShop.Order("http-502-before");

        Bought.Postponed(2, await shop.BuyAsync(order));
        Bought.Postponed(10, await shop.BuyAfterAsync(60, order));
        Bought.Postponed(10, await shop.BuyAfterAsync(9.9, order));
        Assert.Empty(await shop.LedgerAsync());
        Bought.Begun(await shop.BuyAfterAsync(0.1, order));

        Assert.Single(await shop.LedgerAsync());
    }

    [Fact]
    public async Task one_that_shows_up_late_is_adopted_as_well()
    {
        await using var shop = await SimulatedShop.OpenAsync();
        var order = SimulatedShop.Order();
        await shop.Buyer.CrashBeforeAskingAsync(order);

        Bought.Postponed(10, await shop.BuyAfterAsync(40, order));
        var late = await shop.Buyer.CrashAfterAskingAsync(order);

        Assert.Equal(late, Bought.Begun(await shop.BuyAfterAsync(40, order)));
        Assert.Equal([late], await shop.LedgerAsync());
    }

    [Fact]
    public async Task commands_that_come_at_once_ask_again_once()
    {
        await using var shop = await SimulatedShop.OpenAsync();
        var order = SimulatedShop.Order("http-502-before");
        Bought.Postponed(2, await shop.BuyAsync(order));
        Bought.Postponed(10, await shop.BuyAfterAsync(20, order));
        await shop.BuyAfterAsync(9, order);

        shop.Advance(1);
        var purchases = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => shop.BuyAsync(order)));

        Assert.Single(await shop.LedgerAsync());
        Assert.Contains(purchases, purchase => purchase is Purchase.Begun);
    }

    [Fact]
    public async Task a_twin_without_a_seed_keeps_its_own()
    {
        await using var shop = await SimulatedShop.OpenAsync();
        var (order, twin) = (
            SimulatedShop.Order("http-502-after", "neon-city"), SimulatedShop.Order("http-502-after", "neon-city"));

        Bought.Postponed(2, await shop.BuyAsync(order));
        var other = Bought.Begun(await shop.BuyAsync(twin));
        var adopted = Bought.Begun(await shop.BuyAfterAsync(2, order));

        Assert.NotEqual(other, adopted);
        Assert.Equal([adopted, other], await shop.LedgerAsync());
    }

    [Fact]
    public async Task twins_whose_answers_are_both_lost_adopt_one_each()
    {
        await using var shop = await SimulatedShop.OpenAsync();
        var (order, twin) = (SimulatedShop.Order(theme: "neon-city"), SimulatedShop.Order(theme: "neon-city"));
        await shop.Buyer.CrashAfterAskingAsync(order);
        await shop.Buyer.CrashAfterAskingAsync(twin);

        var first = Bought.Begun(await shop.BuyAfterAsync(40, order));
        var second = Bought.Begun(await shop.BuyAsync(twin));

        Assert.Equal(2, (await shop.LedgerAsync()).Count);
        Assert.Equal([first, second], (await shop.LedgerAsync()).Reverse());
    }
}
