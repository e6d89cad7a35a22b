using SceneGen.Contracts;
using SceneGen.Generation;
using SceneGen.Generation.Consumers;
using SceneGen.Generation.Messages;
using SceneGen.Tests.Builders;
using SceneGen.Tests.Themes;
using SceneGen.Themes.Variants;

namespace SceneGen.Tests.Generation;

public sealed class When_a_prediction_is_checked
{
    [Theory]
    [InlineData("starting")]
    [InlineData("processing")]
    [InlineData("a-word-of-next-year")]
    public async Task it_runs_until_it_has_ended(string status)
    {
        await using var shop = await ScriptedShop.OpenAsync();
        var order = await shop.BuyAsync("p1");
        shop.Provider.WillAnswerPrediction("p1", status);

        Assert.Equal(new CheckResult.Running(1, Wait: null) { IsPainting = true }, await shop.LookAsync(order, check: 1));

        var request = shop.Provider.Requests[^1];
        Assert.Equal(("GET", "/v1/predictions/p1"), (request.Method, request.Target));
    }

    [Fact]
    public async Task a_picture_is_a_success()
    {
        await using var shop = await ScriptedShop.OpenAsync();
        var order = await shop.BuyAsync("p1");
        shop.Provider.WillAnswer(200, """{"id":"p1","status":"succeeded","output":["https://d.example/a.png"]}""");

        var done = Assert.IsType<CheckResult.Succeeded>(await shop.LookAsync(order, check: 1));
        Assert.Equal(("https://d.example/a.png", 0.03m), (done.OutputUrl, done.Cost));
    }

    [Fact]
    public async Task a_success_tells_where_the_theme_placed_the_avatar_and_how_many_attempts_there_are()
    {
        await using var shop = await ScriptedShop.OpenAsync();
        var order = await shop.BuyAsync("p1");
        shop.Provider.WillAnswer(200, """{"id":"p1","status":"succeeded","output":["https://d.example/a.png"]}""");
        var check = new CheckGeneration { SceneId = order.SceneId, Run = 1, Attempt = 1, Check = 1 };

        var told = check.Succeeded(Assert.IsType<CheckResult.Succeeded>(await shop.LookAsync(order, check: 1)));

        Assert.Equal(Staging.Of(ShippedThemes.Find(order.Theme), order.Avatar!.Kind, label: null).Box, told.AvatarBox);
        Assert.Null(told.MinSharpness);
        Assert.Equal(6, told.AttemptLimit);
    }

    [Theory]
    [InlineData(
        """{"id":"p1","status":"succeeded","output":null}""",
        SceneFailureCodes.OutputMissing,
        SceneFault.Provider,
        true)]
    [InlineData(
        """{"id":"p1","status":"succeeded","output":[""]}""",
        SceneFailureCodes.OutputMissing,
        SceneFault.Provider,
        true)]
    [InlineData(
        """{"id":"p1","status":"succeeded","data_removed":true}""",
        SceneFailureCodes.OutputMissing,
        SceneFault.Provider,
        true)]
    [InlineData("""{"id":"p1","status":"canceled"}""", SceneFailureCodes.ProviderFailed, SceneFault.Provider, true)]
    [InlineData("""{"id":"p1","status":"aborted"}""", SceneFailureCodes.ProviderOverloaded, SceneFault.Provider, true)]
    [InlineData(
        """{"id":"p1","status":"succeeded","output":"data:text/html;base64,AAAA"}""",
        SceneFailureCodes.OutputMissing,
        SceneFault.Provider,
        true)]
    [InlineData(
        """{"id":"p1","status":"failed","error":null,"logs":"painting\ncannot identify image file <_io"}""",
        SceneFailureCodes.AvatarUnreadable,
        SceneFault.Avatar,
        false)]
    [InlineData(
        """{"id":"p1","status":"failed","error":"It broke. (E1000)"}""",
        SceneFailureCodes.ProviderFailed,
        SceneFault.Provider,
        true)]
    [InlineData(
        """{"id":"p1","status":"failed","error":null}""",
        SceneFailureCodes.ProviderFailed,
        SceneFault.Provider,
        true)]
    [InlineData(
        """{"id":"p1","status":"failed","error":"cannot identify image file"}""",
        SceneFailureCodes.AvatarUnreadable,
        SceneFault.Avatar,
        false)]
    public async Task an_end_without_a_picture_is_a_failure(string json, string code, SceneFault fault, bool retryable)
    {
        await using var shop = await ScriptedShop.OpenAsync();
        var order = await shop.BuyAsync("p1");
        shop.Provider.WillAnswer(200, json);

        var failure = Assert.IsType<CheckResult.Failed>(await shop.LookAsync(order, check: 1)).Failure;

        Assert.Equal((code, fault, retryable), (failure.Code, failure.Fault, failure.Retryable));
    }

    [Theory]
    [InlineData(500, "", null)]
    [InlineData(401, "", null)]
    [InlineData(200, "<html></html>", null)]
    [InlineData(429, """{"retry_after":7}""", 7.0)]
    public async Task a_provider_who_does_not_answer_is_asked_again(int status, string body, double? wait)
    {
        await using var shop = await ScriptedShop.OpenAsync();
        var order = await shop.BuyAsync("p1");
        shop.Buyer.Time.Advance(TimeSpan.FromHours(1));
        shop.Provider.WillAnswer(status, body);

        var running = Assert.IsType<CheckResult.Running>(await shop.LookAsync(order, check: 1));

        Assert.Equal((1, wait), (running.Check, running.Wait?.TotalSeconds));
    }

    [Fact]
    public async Task one_that_is_fresh_may_not_be_found_yet()
    {
        await using var shop = await ScriptedShop.OpenAsync();
        var order = await shop.BuyAsync("p1");
        shop.Provider.WillAnswer(404, "");
        shop.Provider.WillAnswer(404, "");

        Assert.Equal(new CheckResult.Running(1, Wait: null), await shop.LookAsync(order, check: 1));
        shop.Buyer.Time.Advance(TimeSpan.FromSeconds(30));
        Assert.Equal(new CheckResult.Running(2, Wait: null), await shop.LookAsync(order, check: 2));
    }

    [Fact]
    public async Task one_that_is_not_found_after_half_a_minute_is_lost()
    {
        await using var shop = await ScriptedShop.OpenAsync();
        var order = await shop.BuyAsync("p1");
        shop.Buyer.Time.Advance(TimeSpan.FromSeconds(30.1));
        shop.Provider.WillAnswer(404, "");

        var failure = Assert.IsType<CheckResult.Failed>(await shop.LookAsync(order, check: 1)).Failure;

        Assert.Equal(
            (SceneFailureCodes.ProviderFailed, SceneFault.Provider, true),
            (failure.Code, failure.Fault, failure.Retryable));
    }

    [Fact]
    public async Task one_that_was_never_bought_is_not_asked_for()
    {
        await using var shop = await ScriptedShop.OpenAsync();
        var order = A.Command(Guid.NewGuid());
        await shop.Buyer.CrashBeforeAskingAsync(order);

        Assert.IsType<CheckResult.Superseded>(await shop.LookAsync(order, check: 1));
        Assert.IsType<CheckResult.Superseded>(await shop.LookAsync(order with { Attempt = 2 }, check: null));

        Assert.Empty(shop.Provider.Requests);
    }
}
