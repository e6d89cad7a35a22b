using System.Data.Common;
using Microsoft.EntityFrameworkCore;
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
        Assert.Equal(shop.Buyer.Time.GetUtcNow(), check.VisibleAt);
    }

    [Fact]
    public async Task what_it_asks_for_then_is_not_put_off_by_the_first_checks_timer()
    {
        await using var shop = await SimulatedShop.OpenAsync();
        var order = SimulatedShop.Order();
        var begun = Assert.IsType<Purchase.Begun>(await shop.BuyAsync(order));
        await shop.Buyer.HintAsync("w1", begun.Intent.Token!, begun.Intent.PredictionId!);

        await shop.Buyer.SetCheckAsync(order, TimeSpan.FromSeconds(30));

        var checks = await shop.Buyer.SentAsync(Queues.CheckGeneration);
        Assert.Equal([0, 30], checks.Select(check => (check.VisibleAt - shop.Buyer.Time.GetUtcNow()).TotalSeconds));
    }

    [Fact]
    public async Task one_that_cannot_be_noted_has_not_been_heard()
    {
        await using var shop = await SimulatedShop.OpenAsync();
        var begun = Assert.IsType<Purchase.Begun>(await shop.BuyAsync(SimulatedShop.Order()));
        await shop.Buyer.InDatabaseAsync(database => database.Database.ExecuteSqlRawAsync(
            "DROP TABLE webhook_receipts", TestContext.Current.CancellationToken));

        await Assert.ThrowsAnyAsync<DbException>(
            () => shop.Buyer.HintAsync("w1", begun.Intent.Token!, begun.Intent.PredictionId!));
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
