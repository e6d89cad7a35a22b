using SceneGen.Generation.Intents;
using SceneGen.Tests.Builders;
using SceneGen.Tests.Infrastructure;

namespace SceneGen.Tests.Generation;

public sealed class When_a_buyer_is_killed
{
    private static CancellationToken Canceled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task its_lease_is_waited_for()
    {
        await using var shop = await SimulatedShop.OpenAsync();
        var order = SimulatedShop.Order();
        await shop.Buyer.CrashBeforeAskingAsync(order);

        Bought.Postponed(42, await shop.BuyAsync(order));
        Bought.Postponed(2.1, await shop.BuyAfterAsync(39.9, order));

        Assert.Equal((0, 0), (await shop.CountAsync("creates"), await shop.CountAsync("lists")));
    }

    [Fact]
    public async Task before_it_asked_the_provider_is_asked_when_that_is_sure()
    {
        await using var shop = await SimulatedShop.OpenAsync();
        var order = SimulatedShop.Order();
        await shop.Buyer.CrashBeforeAskingAsync(order);

        Bought.Postponed(10, await shop.BuyAfterAsync(40, order));
        Bought.Postponed(10, await shop.BuyAfterAsync(10, order));
        Bought.Postponed(10, await shop.BuyAfterAsync(9.9, order));
        Assert.Empty(await shop.LedgerAsync());
        var begun = Bought.Begun(await shop.BuyAfterAsync(0.1, order));

        Assert.Equal([begun], await shop.LedgerAsync());
    }

    [Fact]
    public async Task after_it_asked_its_prediction_is_adopted()
    {
        await using var shop = await SimulatedShop.OpenAsync();
        var order = SimulatedShop.Order();
        var bought = await shop.Buyer.CrashAfterAskingAsync(order);

        Assert.Equal(bought, Bought.Begun(await shop.BuyAfterAsync(40, order)));

        Assert.Equal([bought], await shop.LedgerAsync());
    }

    [Fact]
    public async Task after_it_asked_again_the_search_begins_again()
    {
        await using var shop = await SimulatedShop.OpenAsync();
        var order = SimulatedShop.Order();
        await shop.Buyer.CrashBeforeAskingAsync(order);
        await shop.BuyAfterAsync(40, order);
        shop.Advance(20);
        await shop.Buyer.InIntentsAsync(async intents =>
        {
            var wanted = (await shop.Buyer.IntentAsync(order))!;
            var claim = await intents.ClaimAsync(wanted, Canceled);
            return await intents.AskAgainAsync(claim.Intent, Canceled);
        });

        Bought.Postponed(42, await shop.BuyAsync(order));
        Bought.Postponed(10, await shop.BuyAfterAsync(40, order));
        Bought.Postponed(10, await shop.BuyAfterAsync(10, order));
        Assert.Empty(await shop.LedgerAsync());
        Bought.Begun(await shop.BuyAfterAsync(10, order));

        Assert.Single(await shop.LedgerAsync());
    }

    [Fact]
    public async Task a_holder_who_lost_the_lease_writes_nothing()
    {
        await using var shop = await SimulatedShop.OpenAsync();
        var order = SimulatedShop.Order();
        var slow = (await shop.Buyer.CrashBeforeAskingAsync(order)).Intent;
        await shop.BuyAfterAsync(40, order);
        var before = await shop.Buyer.IntentAsync(order);

        Assert.Null(await shop.Buyer.InIntentsAsync(intents => intents.RecordPredictionAsync(slow, A.Prediction("p1"), Canceled)));
        Assert.False(await shop.Buyer.InIntentsAsync(intents => intents.RecordNoAnswerAsync(slow, Canceled)));
        Assert.False(await shop.Buyer.InIntentsAsync(intents => intents.RecordMissAsync(slow, Canceled)));
        Assert.Equal(
            IntentClaim.Standing.Leased,
            (await shop.Buyer.InIntentsAsync(intents => intents.AskAgainAsync(slow, Canceled))).State);
        await shop.Buyer.InIntentsAsync(async intents =>
        {
            await intents.WithdrawAsync(slow, Canceled);
            return slow;
        });

        Assert.Equal(before, await shop.Buyer.IntentAsync(order));
    }

    [Theory]
    [InlineData(5)]
    [InlineData(70)]
    public async Task or_stands_still_between_claim_and_call_it_does_not_call(double seconds)
    {
        var order = SimulatedShop.Order();
        SimulatedShop? still = null;
        using var pause = new AfterStatement("INSERT INTO generation_intents", order.SceneId, () => still!.Advance(seconds));
        await using var shop = still = await SimulatedShop.OpenAsync();

        Bought.Postponed(2, await shop.BuyAsync(order));

        Assert.Equal(0, await shop.CountAsync("creates"));
        Assert.Equal(Bought.Begun(await shop.BuyAfterAsync(2, order)), Assert.Single(await shop.LedgerAsync()));
    }

    [Fact]
    public async Task of_those_who_come_after_it_one_takes_over()
    {
        await using var shop = await SimulatedShop.OpenAsync();
        var order = SimulatedShop.Order();
        var dead = (await shop.Buyer.CrashBeforeAskingAsync(order)).Intent;
        shop.Advance(40);

        var claims = await Task.WhenAll(Enumerable.Range(0, 8).Select(
            _ => shop.Buyer.InIntentsAsync(intents => intents.ClaimAsync(dead, Canceled))));

        var taken = Assert.Single(claims, claim => claim.State == IntentClaim.Standing.Unanswered);
        Assert.Equal(2, taken.Intent.Fence);
        Assert.Equal(7, claims.Count(claim => claim.State == IntentClaim.Standing.Leased));
    }
}
