using SceneGen.Generation.Messages;
using SceneGen.Scenes;
using SceneGen.Scenes.Timeline;
using SceneGen.Tests.Builders;
using SceneGen.Tests.Generation.Avatars;
using static SceneGen.Scenes.Timeline.TimelineCodes;

namespace SceneGen.Tests.Generation;

public sealed class When_a_scenes_way_to_the_provider_is_told
{
    [Fact]
    public async Task the_look_at_the_avatar_and_the_order_are()
    {
        await using var shop = await PreflightShop.OpenAsync();
        shop.Provider.WillAnswerPrediction("p1", code: 201);

        var happened = await shop.Buyer.TellAsync(shop.Order());

        Assert.Equal([AvatarSeen, Ordered], happened.Select(one => one.Code));
        Assert.Equal((256, 384), (happened[0].Facts!.Width, happened[0].Facts!.Height));
        Assert.Equal(("p1", "starting"), (happened[1].Facts!.PredictionId, happened[1].Facts!.Status));
        Assert.All(happened, one => Assert.NotNull(one.DurationMs));
    }

    [Fact]
    public async Task an_avatar_that_cannot_be_had_is_without_its_address()
    {
        await using var shop = await PreflightShop.OpenAsync();
        shop.Answer = PreflightShop.With(503);

        var happened = Assert.Single(await shop.Buyer.TellAsync(shop.Order()));

        Assert.Equal((AvatarMissed, 1), (happened.Code, happened.Facts!.Misses));
        Assert.DoesNotContain("secret", $"{happened}", StringComparison.Ordinal);
    }

    [Fact]
    public async Task an_avatar_of_no_use_is()
    {
        await using var shop = await PreflightShop.OpenAsync();
        shop.Answer = PreflightShop.With("<html>"u8.ToArray());

        var happened = Assert.Single(await shop.Buyer.TellAsync(shop.Order()));

        Assert.Equal((AvatarRefused, "avatar_unreadable"), (happened.Code, happened.Facts!.Code));
    }

    [Fact]
    public async Task the_avatars_file_is()
    {
        await using var shop = await PreflightShop.OpenAsync(upload: "always");
        shop.WillKeepFile("f1");
        shop.Provider.WillAnswerPrediction("p1", code: 201);

        Assert.Equal(
            [AvatarSeen, AvatarSent, Ordered], (await shop.Buyer.TellAsync(shop.Order())).Select(one => one.Code));
    }

    [Fact]
    public async Task a_lost_answer_and_the_search_that_finds_the_prediction_are()
    {
        await using var shop = await SimulatedShop.OpenAsync();
        var order = SimulatedShop.Order("http-502-after");

        var lost = Assert.Single(await shop.Buyer.TellPurchaseAsync(order));
        shop.Advance(2);
        var found = Assert.Single(await shop.Buyer.TellPurchaseAsync(order));

        Assert.Equal((OrderUnanswered, 502), (lost.Code, lost.Facts!.Http));
        Assert.Equal((OrderFound, Assert.Single(await shop.LedgerAsync())), (found.Code, found.Facts!.PredictionId));
    }

    [Fact]
    public async Task a_search_that_finds_nothing_and_the_order_after_it_are()
    {
        await using var shop = await SimulatedShop.OpenAsync();
        var order = SimulatedShop.Order("http-502-before");
        await shop.Buyer.TellPurchaseAsync(order);
        shop.Advance(60);
        Assert.Equal([OrderNotFound], (await shop.Buyer.TellPurchaseAsync(order)).Select(one => one.Code));
        shop.Advance(10);

        Assert.Equal([OrderNotFound, Ordered], (await shop.Buyer.TellPurchaseAsync(order)).Select(one => one.Code));
    }

    [Fact]
    public async Task a_refusal_is_and_the_gate_that_it_closes_is_waited_at()
    {
        await using var shop = await ScriptedShop.OpenAsync();
        shop.Provider.WillAnswer(402, """{"title":"Insufficient credit"}""");
        var order = A.Command(Guid.NewGuid());

        var refused = Assert.Single(await shop.Buyer.TellPurchaseAsync(order));
        var postponed = Assert.IsType<SceneGen.Generation.Purchase.Postponed>(await shop.Buyer.BuyAsync(order));

        Assert.Equal((OrderRefused, 402), (refused.Code, refused.Facts!.Http));
        Assert.Equal(("provider", "insufficient_credit"), (postponed.Stop!.Gate, postponed.Stop.Reason));
    }

    [Fact]
    public async Task a_check_that_changes_nothing_is_at_once()
    {
        await using var shop = await ScriptedShop.OpenAsync();
        var (scene, order) = await BuyAsync(shop);
        shop.Provider.WillAnswerPrediction("p1", "processing");
        shop.Provider.WillAnswer(500, "");

        await shop.LookAsync(order, check: 1);
        await shop.LookAsync(order, check: 2);

        var entries = await TimelineAsync(shop, scene);
        Assert.Equal([(1, "poll", Polled), (2, "poll", PollFailed)], entries.Select(one => (one.Sequence, one.Kind, one.Code!)));
        Assert.Equal("Check 1: processing.", entries[0].Text);
        Assert.Equal("""{"http":500,"check":2}""", entries[1].Data);
    }

    [Fact]
    public async Task a_check_that_ends_its_attempt_is_with_the_end()
    {
        await using var shop = await ScriptedShop.OpenAsync();
        var (scene, order) = await BuyAsync(shop);
        shop.Provider.WillAnswer(200, """{"id":"p1","status":"succeeded","output":["https://d.example/a.png"]}""");

        var polled = Assert.Single(await shop.Buyer.TellAsync(
            new CheckGeneration { SceneId = order.SceneId, Run = 1, Attempt = 1, Check = 1 }));

        Assert.Equal((Polled, "succeeded", 1), (polled.Code, polled.Facts!.Status, polled.Facts.Check));
        Assert.DoesNotContain("d.example", $"{polled}", StringComparison.Ordinal);
        Assert.Empty(await TimelineAsync(shop, scene));
    }

    [Fact]
    public async Task checks_that_may_not_ask_are_one_wait()
    {
        await using var shop = await ScriptedShop.OpenAsync(readsPerMinute: "1");
        var (scene, order) = await BuyAsync(shop);
        shop.Provider.WillAnswerPrediction("p1", "processing");
        await shop.LookAsync(order, check: 1);

        await shop.LookAsync(order, check: 2);
        await shop.LookAsync(order, check: 3);
        shop.Buyer.Time.Advance(TimeSpan.FromMinutes(2));
        shop.Provider.WillAnswerPrediction("p1", "processing");
        await shop.LookAsync(order, check: 4);

        var entries = await TimelineAsync(shop, scene);
        Assert.Equal([Polled, WaitBegan, WaitEnded, Polled], entries.Select(entry => entry.Code));
        Assert.Equal(120_000, entries[2].DurationMs);
        Assert.Null((await shop.Buyer.IntentAsync(order))!.ChecksWaitSince);
    }

    private static async Task<(SceneState Scene, GenerateScene Order)> BuyAsync(ScriptedShop shop)
    {
        var scene = A.SceneIn("Generating");
        await shop.Buyer.AddSceneAsync(scene);
        return (scene, await shop.BuyAsync("p1", A.Command(scene.CorrelationId)));
    }

    private static Task<IReadOnlyList<SceneTimelineEntry>> TimelineAsync(ScriptedShop shop, SceneState scene)
        => shop.Buyer.TimelineAsync(scene.CorrelationId);
}
