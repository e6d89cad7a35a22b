using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using SceneGen.Generation.Messages;
using SceneGen.Messaging;
using SceneGen.Tests.Builders;

namespace SceneGen.Tests.Generation;

public sealed class When_a_prediction_cannot_be_recorded
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task for_a_twin_has_taken_it_the_twins_is_found_instead()
    {
        await using var shop = await ScriptedShop.OpenAsync();
        var (order, twin) = (A.Command(Guid.NewGuid()), A.Command(Guid.NewGuid()));
        shop.Provider.WillAnswer(502, "");
        Bought.Postponed(2, await shop.Buyer.BuyAsync(twin));

        // The twin's search sees the prediction before the answer that tells of it has come.
        shop.Provider.WillAnswer(async context =>
        {
            shop.Provider.WillAnswer(200, Listing(shop, "first"));
            Assert.Equal("first", Bought.Begun(await shop.Buyer.BuyAsync(twin)));
            await AnswerAsync(context, "first");
        });
        Bought.Postponed(2, await shop.Buyer.BuyAsync(order));

        Assert.Null((await shop.Buyer.IntentAsync(order))!.PredictionId);
        shop.Provider.WillAnswer(200, Listing(shop, "first", "second"));
        Assert.Equal("second", Bought.Begun(await shop.Buyer.BuyAsync(order)));
        Assert.Empty(await shop.Buyer.SentAsync(Queues.CancelGeneration));
    }

    [Fact]
    public async Task for_its_attempt_has_another_it_is_canceled_and_the_other_followed()
    {
        await using var shop = await ScriptedShop.OpenAsync();
        var order = A.Command(Guid.NewGuid());

        Assert.Equal("another", Bought.Begun(await BuyAsAnotherRecordsAsync(shop, order, "another")));

        var cancel = Assert.Single(await shop.Buyer.SentAsync(Queues.CancelGeneration));
        Assert.Contains("\"ours\"", cancel.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task for_it_was_found_and_recorded_already_it_is_followed()
    {
        await using var shop = await ScriptedShop.OpenAsync();
        var order = A.Command(Guid.NewGuid());

        Assert.Equal("ours", Bought.Begun(await BuyAsAnotherRecordsAsync(shop, order, "ours")));

        Assert.Empty(await shop.Buyer.SentAsync(Queues.CancelGeneration));
    }

    [Fact]
    public async Task for_its_row_has_gone_it_is_told_all_the_same()
    {
        await using var shop = await ScriptedShop.OpenAsync();
        var order = A.Command(Guid.NewGuid());
        shop.Provider.WillAnswer(async context =>
        {
            await ForgetAsync(shop);
            await AnswerAsync(context, "ours");
        });

        Assert.Equal("ours", Bought.Begun(await shop.Buyer.BuyAsync(order)));
    }

    /// <summary>Whoever has taken the lease over records what it has found, while the first call is still under way.</summary>
    private static Task<SceneGen.Generation.Purchase> BuyAsAnotherRecordsAsync(ScriptedShop shop, GenerateScene order, string found)
    {
        shop.Provider.WillAnswer(async context =>
        {
            await RecordAsync(shop, found);
            await AnswerAsync(context, "ours");
        });
        return shop.Buyer.BuyAsync(order);
    }

    private static Task<int> RecordAsync(ScriptedShop shop, string found)
        => shop.Buyer.InDatabaseAsync(database => database.Intents.ExecuteUpdateAsync(
            set => set.SetProperty(intent => intent.Fence, 2).SetProperty(intent => intent.PredictionId, found), Stop));

    private static Task<int> ForgetAsync(ScriptedShop shop)
        => shop.Buyer.InDatabaseAsync(database => database.Intents.ExecuteDeleteAsync(Stop));

    private static Task AnswerAsync(HttpContext context, string id)
    {
        context.Response.StatusCode = StatusCodes.Status201Created;
        context.Response.ContentType = "application/json";
        return context.Response.WriteAsync($$"""{"id":"{{id}}","status":"starting"}""", context.RequestAborted);
    }

    private static string Listing(ScriptedShop shop, params string[] ids)
    {
        var input = JsonNode.Parse(shop.Provider.Requests[0].Body)!["input"]!.ToJsonString();
        var listed = ids.Select(id =>
            $$"""{"id":"{{id}}","status":"starting","model":"bytedance/seedream-4","version":"hidden","input":{{input}}}""");
        return $$"""{"results":[{{string.Join(',', listed)}}]}""";
    }
}
