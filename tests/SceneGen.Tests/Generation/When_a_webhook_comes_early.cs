using SceneGen.Generation;
using SceneGen.Generation.Hints;
using SceneGen.Messaging;
using SceneGen.Tests.Builders;

namespace SceneGen.Tests.Generation;

public sealed class When_a_webhook_comes_early
{
    [Fact]
    public async Task before_the_purchase_is_answered_it_is_remembered()
    {
        await using var shop = await SimulatedShop.OpenAsync();
        var order = SimulatedShop.Order();
        var intent = (await shop.Buyer.CrashBeforeAskingAsync(order)).Intent;

        Assert.Equal(Hint.Taken, await shop.Buyer.HintAsync("w1", intent.Token!, "p1"));

        var recorded = await shop.Buyer.InIntentsAsync(
            intents => intents.RecordPredictionAsync(intent, A.Prediction("p1"), TestContext.Current.CancellationToken));
        Assert.NotNull(recorded!.HintedAt);
        Assert.Empty(await shop.Buyer.SentAsync(Queues.CheckGeneration));
    }

    [Fact]
    public async Task with_no_check_waiting_it_asks_for_one_and_once()
    {
        await using var shop = await SimulatedShop.OpenAsync();
        var order = SimulatedShop.Order();
        var begun = Assert.IsType<Purchase.Begun>(await shop.BuyAsync(order));

        Assert.Equal(Hint.Taken, await shop.Buyer.HintAsync("w1", begun.Intent.Token!, begun.Intent.PredictionId!));
        Assert.Equal(Hint.Repeated, await shop.Buyer.HintAsync("w1", begun.Intent.Token!, begun.Intent.PredictionId!));

        var check = Assert.Single(await shop.Buyer.SentAsync(Queues.CheckGeneration));
        Assert.Equal(shop.Buyer.Time.GetUtcNow(), check.DueAt);
    }

    [Fact]
    public async Task for_another_prediction_than_its_addresss_it_is_refused()
    {
        await using var shop = await SimulatedShop.OpenAsync();
        var begun = Assert.IsType<Purchase.Begun>(await shop.BuyAsync(SimulatedShop.Order()));

        Assert.Equal(Hint.Foreign, await shop.Buyer.HintAsync("w1", begun.Intent.Token!, "another"));
        Assert.Equal(Hint.Useless, await shop.Buyer.HintAsync("w2", "no such token", begun.Intent.PredictionId!));

        Assert.Empty(await shop.Buyer.SentAsync(Queues.CheckGeneration));
    }
}
