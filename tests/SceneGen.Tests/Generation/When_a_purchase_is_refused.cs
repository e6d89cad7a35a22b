using SceneGen.Contracts;
using SceneGen.Generation;
using SceneGen.Tests.Builders;
using SceneGen.Tests.Replicate;

namespace SceneGen.Tests.Generation;

public sealed class When_a_purchase_is_refused
{
    [Fact]
    public async Task for_its_rate_it_is_put_off_by_the_hint_and_no_attempt_is_used()
    {
        await using var shop = await SimulatedShop.OpenAsync();
        var order = SimulatedShop.Order("http-429");

        Bought.Postponed(2, await shop.BuyAsync(order));
        Assert.Null(await shop.Buyer.IntentAsync(order));
        var begun = Bought.Begun(await shop.BuyAfterAsync(2, order));

        Assert.Equal([begun], await shop.LedgerAsync());
        Assert.Equal(0, await shop.CountAsync("lists"));
    }

    [Theory]
    [InlineData(429, "", 10)]
    [InlineData(429, """{"detail":"Your rate limit resets in ~30s."}""", 30)]
    [InlineData(402, """{"title":"Insufficient credit"}""", 15)]
    [InlineData(403, "", 15)]
    [InlineData(404, "", 15)]
    [InlineData(307, "", 15)]
    [InlineData(422, """{"title":"Invalid version or not permitted"}""", 15)]
    [InlineData(422, """{"title":"Input validation failed","invalid_fields":[{"field":"input.size"}]}""", 15)]
    [InlineData(422, """{"invalid_fields":[{"field":"input.max_images"}]}""", 15)]
    [InlineData(422, """{"invalid_fields":[{"field":"input.sequential_image_generation"}]}""", 15)]
    public async Task for_what_the_operator_can_mend_it_is_put_off(int status, string body, double wait)
    {
        await using var shop = await ScriptedShop.OpenAsync();
        var order = A.Command(Guid.NewGuid());
        shop.Provider.WillAnswer(status, body);

        Bought.Postponed(wait, await shop.Buyer.BuyAsync(order));

        Assert.Null(await shop.Buyer.IntentAsync(order));
        shop.Buyer.Time.Advance(TimeSpan.FromSeconds(wait));
        shop.Provider.WillAnswerPrediction("p1", code: 201);
        Assert.Equal("p1", Bought.Begun(await shop.Buyer.BuyAsync(order)));
        Assert.All(shop.Provider.Requests, request => Assert.Equal("POST", request.Method));
    }

    [Fact]
    public async Task a_request_that_timed_out_at_the_provider_may_have_been_heard()
    {
        await using var shop = await ScriptedShop.OpenAsync();
        var order = A.Command(Guid.NewGuid());
        shop.Provider.WillAnswer(408, "");

        Bought.Postponed(2, await shop.Buyer.BuyAsync(order));

        Assert.NotNull((await shop.Buyer.IntentAsync(order))!.UnansweredAt);
    }

    [Theory]
    [InlineData("input.prompt", SceneFailureCodes.PromptRefused, SceneFault.Theme)]
    [InlineData("input.image_input", SceneFailureCodes.AvatarUnreadable, SceneFault.Avatar)]
    [InlineData("input.image_input.0", SceneFailureCodes.AvatarUnreadable, SceneFault.Avatar)]
    public async Task for_what_is_in_it_somebody_is_to_blame(string field, string code, SceneFault fault)
    {
        await using var shop = await ScriptedShop.OpenAsync();
        var order = A.Command(Guid.NewGuid());
        shop.Provider.WillAnswer(422, $$"""{"invalid_fields":[{"type":"other","field":"{{field}}"}]}""");

        var refused = Assert.IsType<Purchase.Refused>(await shop.Buyer.BuyAsync(order));

        Assert.Equal(6, refused.AttemptLimit);
        Assert.Equal(
            (code, fault, false), (refused.Failure.Code, refused.Failure.Fault, refused.Failure.Retryable));
    }

    [Fact]
    public async Task by_a_closed_door_it_is_put_off_and_nothing_is_searched_for()
    {
        var settings = ReplicateCaller.Settings($"http://127.0.0.1:{FreePort.Find()}/v1");
        await using var buyer = await GenerationHarness.StartAsync(settings);
        var order = A.Command(Guid.NewGuid());

        Bought.Postponed(2, await buyer.BuyAsync(order));

        Assert.Null(await buyer.IntentAsync(order));
    }
}
