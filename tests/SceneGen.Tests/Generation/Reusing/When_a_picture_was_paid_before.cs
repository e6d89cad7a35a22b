using Microsoft.EntityFrameworkCore;
using SceneGen.Generation;
using SceneGen.Generation.Intents;
using SceneGen.Generation.Messages;
using SceneGen.Generation.Reusing;
using SceneGen.Messaging;
using SceneGen.Scenes.Timeline;
using SceneGen.Tests.Builders;

namespace SceneGen.Tests.Generation.Reusing;

public sealed class When_a_picture_was_paid_before
{
    [Fact]
    public async Task it_is_found_and_its_purchase_becomes_the_new_attempts()
    {
        await using var shop = await SimulatedShop.OpenAsync();
        var order = await PaintAsync(shop);
        var again = Again(order);

        var found = Assert.IsType<PaidPicture.Found>(await shop.Buyer.FindPaidAsync(again));

        var prediction = Assert.Single(await shop.LedgerAsync());
        Assert.Equal(prediction, found.Intent.PredictionId);
        Assert.Equal(prediction, (await shop.Buyer.IntentAsync(again))!.PredictionId);
        Assert.Null(await shop.Buyer.IntentAsync(order));
        Assert.Contains("/delivery/", found.OutputUrl, StringComparison.Ordinal);
    }

    [Fact]
    public async Task a_command_that_comes_again_buys_nothing_either()
    {
        await using var shop = await SimulatedShop.OpenAsync();
        var again = Again(await PaintAsync(shop));
        await shop.Buyer.FindPaidAsync(again);

        Assert.IsType<PaidPicture.None>(await shop.Buyer.FindPaidAsync(again));
        var begun = Assert.IsType<Purchase.Begun>(await shop.BuyAsync(again));

        Assert.Equal([begun.Intent.PredictionId!], await shop.LedgerAsync());
    }

    [Fact]
    public async Task one_that_nobody_was_told_of_is_found_again()
    {
        await using var shop = await SimulatedShop.OpenAsync();
        var order = await PaintAsync(shop);
        await shop.Buyer.FindPaidAsync(Again(order), isTold: false);

        Assert.NotNull(await shop.Buyer.IntentAsync(order));
        Assert.IsType<PaidPicture.Found>(await shop.Buyer.FindPaidAsync(Again(order)));
    }

    [Fact]
    public async Task the_run_that_paid_for_it_is_known_to_be_over()
    {
        await using var shop = await SimulatedShop.OpenAsync();
        var order = await PaintAsync(shop);
        Assert.False(await shop.Buyer.WentToLaterRunAsync(order));

        await shop.Buyer.FindPaidAsync(Again(order));

        Assert.True(await shop.Buyer.WentToLaterRunAsync(order));
        Assert.False(await shop.Buyer.WentToLaterRunAsync(Again(order)));
    }

    [Fact]
    public async Task its_checks_are_counted_anew()
    {
        await using var shop = await SimulatedShop.OpenAsync();
        var order = await PaintAsync(shop);
        await shop.Buyer.InDatabaseAsync(database => database.Intents.ExecuteUpdateAsync(
            set => set
                .SetProperty(intent => intent.Checks, 3)
                .SetProperty(intent => intent.ChecksWaitSince, shop.Buyer.Time.GetUtcNow()),
            TestContext.Current.CancellationToken));

        await shop.Buyer.FindPaidAsync(Again(order));

        var intent = (await shop.Buyer.IntentAsync(Again(order)))!;
        Assert.Equal((0, null), (intent.Checks, intent.ChecksWaitSince));
    }

    [Fact]
    public async Task the_look_at_it_is_told()
    {
        await using var shop = await SimulatedShop.OpenAsync();
        var order = await PaintAsync(shop);
        var prediction = Assert.Single(await shop.LedgerAsync());

        var told = Assert.Single(await shop.Buyer.TellPaidAsync(Again(order)));

        Assert.Equal((TimelineCodes.PaidSeen, prediction, "succeeded"), (told.Code, told.Facts!.PredictionId, told.Facts.Status));
        Assert.NotNull(told.DurationMs);
    }

    [Fact]
    public async Task what_it_waits_for_is_named()
    {
        await using var shop = await SimulatedShop.OpenAsync();
        var order = await LoseAsync(shop, "http-502-before");

        var later = Assert.IsType<PaidPicture.Later>(await shop.Buyer.FindPaidAsync(Again(order)));

        Assert.Equal("purchase_undecided", later.Stop!.Reason);
    }

    [Fact]
    public async Task after_an_hour_it_is_gone()
    {
        await using var shop = await SimulatedShop.OpenAsync();
        var order = await PaintAsync(shop);

        shop.Advance(3600);

        Assert.IsType<PaidPicture.None>(await shop.Buyer.FindPaidAsync(Again(order)));
        Assert.NotNull(await shop.Buyer.IntentAsync(order));
    }

    [Fact]
    public async Task one_that_is_still_painted_is_none()
    {
        await using var shop = await SimulatedShop.OpenAsync();
        var order = SimulatedShop.Order();
        await shop.BuyAsync(order);

        Assert.IsType<PaidPicture.None>(await shop.Buyer.FindPaidAsync(Again(order)));
    }

    [Fact]
    public async Task one_whose_purchase_was_not_answered_is_looked_for_at_once_and_canceled_while_it_is_painted()
    {
        await using var shop = await SimulatedShop.OpenAsync();
        var order = await LoseAsync(shop, "http-502-after");

        Assert.IsType<PaidPicture.None>(await shop.Buyer.FindPaidAsync(Again(order)));

        var prediction = Assert.Single(await shop.LedgerAsync());
        Assert.Equal(prediction, (await shop.Buyer.IntentAsync(order))!.PredictionId);
        var cancel = Assert.Single(await shop.Buyer.SentAsync(Queues.CancelGeneration));
        Assert.Contains(prediction, cancel.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task a_purchase_that_is_being_made_is_waited_for()
    {
        await using var shop = await SimulatedShop.OpenAsync();
        var order = SimulatedShop.Order();
        await shop.Buyer.CrashBeforeAskingAsync(order);

        Later(GenerationIntents.Lease.TotalSeconds, await shop.Buyer.FindPaidAsync(Again(order)));
    }

    [Fact]
    public async Task a_purchase_that_came_to_nothing_is_none_once_that_is_known()
    {
        await using var shop = await SimulatedShop.OpenAsync();
        var order = await LoseAsync(shop, "http-502-before");

        Later(10, await shop.Buyer.FindPaidAsync(Again(order)));
        shop.Advance(10);
        Later(10, await shop.Buyer.FindPaidAsync(Again(order)));
        shop.Advance(10);

        Assert.IsType<PaidPicture.None>(await shop.Buyer.FindPaidAsync(Again(order)));
        Assert.Null(await shop.Buyer.IntentAsync(order));
    }

    [Fact]
    public async Task one_of_another_theme_is_none()
    {
        await using var shop = await SimulatedShop.OpenAsync();
        var order = await PaintAsync(shop);

        Assert.IsType<PaidPicture.None>(await shop.Buyer.FindPaidAsync(Again(order) with { Theme = "neon-city" }));
    }

    [Fact]
    public async Task where_nothing_was_bought_nobody_is_asked()
    {
        await using var shop = await SimulatedShop.OpenAsync();

        Assert.IsType<PaidPicture.None>(await shop.Buyer.FindPaidAsync(Again(SimulatedShop.Order())));

        Assert.Equal(0, await shop.CountAsync("gets"));
    }

    private static GenerateScene Again(GenerateScene order) => order with { Run = 2, ReusesPaid = true };

    private static void Later(double seconds, PaidPicture paid)
        => Assert.Equal(TimeSpan.FromSeconds(seconds), Assert.IsType<PaidPicture.Later>(paid).Wait);

    /// <summary>A canceled scene whose purchase was not answered.</summary>
    private static async Task<GenerateScene> LoseAsync(SimulatedShop shop, string fault)
    {
        var scene = A.SceneIn("Canceled");
        await shop.Buyer.AddSceneAsync(scene);
        var order = SimulatedShop.Order(fault) with { SceneId = scene.CorrelationId };
        Bought.Postponed(2, await shop.BuyAsync(order));
        return order;
    }

    private static async Task<GenerateScene> PaintAsync(SimulatedShop shop)
    {
        var order = SimulatedShop.Order() with { AvatarUrl = shop.Avatar };
        await shop.BuyAsync(order);
        var look = new CheckGeneration { SceneId = order.SceneId, Run = 1, Attempt = 1 };
        CheckResult result;
        do
        {
            // The simulated painter is a program of its own and needs more than the test's time.
            shop.Advance(1);
            result = await shop.Buyer.LookAsync(look);
        }
        while (result is CheckResult.Running);

        Assert.IsType<CheckResult.Succeeded>(result);
        return order;
    }
}
