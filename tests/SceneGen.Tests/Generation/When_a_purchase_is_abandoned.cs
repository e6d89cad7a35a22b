using Microsoft.EntityFrameworkCore;
using SceneGen.Generation.Messages;
using SceneGen.Messaging;
using SceneGen.Tests.Builders;

namespace SceneGen.Tests.Generation;

public sealed class When_a_purchase_is_abandoned
{
    [Theory]
    [InlineData("http-502-after")]
    [InlineData("http-reset-after")]
    public async Task its_prediction_is_found_and_canceled(string fault)
    {
        await using var shop = await SimulatedShop.OpenAsync();
        var order = await LoseAsync(shop, fault, "Canceled");

        shop.Advance(60);
        var found = await shop.Buyer.SettleAsync();

        Assert.Equal(await shop.LedgerAsync(), found);
        var cancel = Assert.Single(await shop.Buyer.SentAsync(Queues.CancelGeneration));
        Assert.Contains(found[0], cancel.Body, StringComparison.Ordinal);
        Assert.Equal(found[0], (await shop.Buyer.IntentAsync(order))!.PredictionId);
        Assert.Empty(await shop.Buyer.SettleAsync());
    }

    [Fact]
    public async Task and_no_prediction_was_made_nothing_is_left_of_it_after_two_listings()
    {
        await using var shop = await SimulatedShop.OpenAsync();
        var order = await LoseAsync(shop, "http-502-before", "RolledBack");

        shop.Advance(60);
        Assert.Empty(await shop.Buyer.SettleAsync());
        Assert.NotNull(await shop.Buyer.IntentAsync(order));
        shop.Advance(60);
        Assert.Empty(await shop.Buyer.SettleAsync());

        Assert.Null(await shop.Buyer.IntentAsync(order));
        Assert.Equal(1, await shop.CountAsync("creates") + await shop.CountAsync("faultedCreates"));
    }

    [Fact]
    public async Task one_search_that_fails_keeps_no_other_from_being_made()
    {
        await using var shop = await ScriptedShop.OpenAsync();
        for (var scene = 0; scene < 2; scene++)
        {
            shop.Provider.WillAnswer(502, "");
            Bought.Postponed(2, await shop.Buyer.BuyAsync(A.Command(Guid.NewGuid())));
        }

        await shop.Buyer.InDatabaseAsync(database => database.Scenes.ExecuteDeleteAsync(TestContext.Current.CancellationToken));
        shop.Buyer.Time.Advance(TimeSpan.FromMinutes(1));
        shop.Provider.WillAnswer(503, "");
        shop.Provider.WillAnswer(200, """{"results":[]}""");

        Assert.Empty(await shop.Buyer.SettleAsync());
        Assert.Equal(["POST", "POST", "GET", "GET"], shop.Provider.Requests.Select(request => request.Method));
    }

    [Fact]
    public async Task one_that_its_scene_still_waits_for_is_left_to_the_buyer()
    {
        await using var shop = await SimulatedShop.OpenAsync();
        await LoseAsync(shop, "http-502-after", "Submitting");

        shop.Advance(60);

        Assert.Empty(await shop.Buyer.SettleAsync());
        Assert.Equal(0, await shop.CountAsync("lists"));
    }

    [Fact]
    public async Task it_is_looked_for_within_the_budget()
    {
        await using var shop = await SimulatedShop.OpenAsync();
        await LoseAsync(shop, "http-502-after", "Canceled");
        await LoseAsync(shop, "http-reset-after", "Canceled");
        shop.Advance(60);
        await shop.Buyer.LeaveReadsAsync(1);

        Assert.Single(await shop.Buyer.SettleAsync());
        Assert.Equal(1, await shop.CountAsync("lists"));
    }

    [Fact]
    public async Task a_prediction_that_runs_for_nobody_is_canceled_and_one_that_is_waited_for_is_not()
    {
        await using var shop = await SimulatedShop.OpenAsync();
        var waited = await BuyAsync(shop, "Generating");
        var stray = await BuyAsync(shop, "Canceled");

        shop.Advance(180);
        var report = await shop.Buyer.FindStraysAsync();

        Assert.Equal(2, report.Looked);
        Assert.Equal([stray], report.Canceled);
        Assert.DoesNotContain(waited, Assert.Single(await shop.Buyer.SentAsync(Queues.CancelGeneration)).Body, StringComparison.Ordinal);
    }

    /// <summary>A scene in this state, one of whose purchases was not answered.</summary>
    private static async Task<GenerateScene> LoseAsync(SimulatedShop shop, string fault, string state)
    {
        var scene = A.SceneIn(state);
        var order = SimulatedShop.Order(fault) with { SceneId = scene.CorrelationId };
        await shop.Buyer.AddSceneAsync(scene);
        Bought.Postponed(2, await shop.BuyAsync(order));
        return order;
    }

    private static async Task<string> BuyAsync(SimulatedShop shop, string state)
    {
        var scene = A.SceneIn(state);
        await shop.Buyer.AddSceneAsync(scene);
        return Bought.Begun(await shop.BuyAsync(SimulatedShop.Order("fail-slow") with { SceneId = scene.CorrelationId }));
    }
}
