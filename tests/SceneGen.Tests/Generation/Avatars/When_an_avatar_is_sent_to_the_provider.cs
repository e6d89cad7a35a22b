using System.Text.Json.Nodes;
using SceneGen.Contracts;
using SceneGen.Generation;

namespace SceneGen.Tests.Generation.Avatars;

public sealed class When_an_avatar_is_sent_to_the_provider
{
    [Theory]
    [InlineData("never", false)]
    [InlineData("private", true)]
    [InlineData("always", true)]
    public async Task its_file_stands_in_the_order_in_place_of_its_url(string upload, bool isSent)
    {
        await using var shop = await PreflightShop.OpenAsync(upload);
        var order = shop.Order();
        if (isSent)
        {
            shop.WillKeepFile("f1");
        }

        shop.Provider.WillAnswerPrediction("p1", code: 201);
        var begun = Assert.IsType<Purchase.Begun>(await shop.SubmitAsync(order));

        Assert.Equal(isSent ? ["POST files", "POST predictions"] : ["POST predictions"], shop.Calls);
        var input = JsonNode.Parse(shop.Provider.Requests[^1].Body)!["input"]!;
        Assert.Equal(isSent ? "https://api.example/files/f1" : order.AvatarUrl, input["image_input"]![0]!.GetValue<string>());
        Assert.Equal(isSent ? "https://api.example/files/f1" : null, begun.Picture!.FileUrl);
    }

    [Fact]
    public async Task neither_its_name_nor_its_address_goes_with_it()
    {
        await using var shop = await PreflightShop.OpenAsync("private");
        shop.WillKeepFile("f1");
        shop.Provider.WillAnswerPrediction("p1", code: 201);

        await shop.SubmitAsync(shop.Order());

        var body = shop.Provider.Requests[0].Body;
        Assert.Contains("name=content", body, StringComparison.Ordinal);
        Assert.Contains("image/png", body, StringComparison.Ordinal);
        Assert.DoesNotContain("fox", body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task other_attempts_use_the_file_while_it_lives()
    {
        await using var shop = await PreflightShop.OpenAsync("private");
        var order = shop.Order();
        shop.WillKeepFile("f1", hours: 2);
        shop.Provider.WillAnswerPrediction("p1", code: 201);
        shop.Provider.WillAnswerPrediction("p2", code: 201);
        var first = await shop.SubmitAsync(order);

        var expiry = first.Picture!.FileExpiresAt!.Value;

        var second = await shop.SubmitAsync(
            order with { Attempt = 2, Picture = first.Picture, Deadline = expiry.AddSeconds(-1) });
        Assert.Equal((1, first.Picture), (shop.Site.Requests, second.Picture));

        shop.WillKeepFile("f2");
        shop.Provider.WillAnswerPrediction("p3", code: 201);
        var third = await shop.SubmitAsync(order with { Attempt = 3, Picture = second.Picture, Deadline = expiry });

        Assert.Equal("https://api.example/files/f2", third.Picture!.FileUrl);
        Assert.Equal(["POST files", "POST predictions", "POST predictions", "POST files", "POST predictions"], shop.Calls);
    }

    [Theory]
    [InlineData(413)]
    public async Task one_that_is_too_large_for_it_is_the_avatars_fault(int status)
    {
        await using var shop = await PreflightShop.OpenAsync("always");
        shop.Provider.WillAnswer(status, """{"detail":"Files must be less than 100MB in size"}""");

        var refused = Assert.IsType<Purchase.Refused>(await shop.SubmitAsync(shop.Order()));

        Assert.Equal((SceneFailureCodes.AvatarTooLarge, SceneFault.Avatar), (refused.Failure.Code, refused.Failure.Fault));
    }

    [Theory]
    [InlineData(500, 2)]
    [InlineData(429, 2)]
    [InlineData(400, 2)]
    public async Task one_that_is_not_taken_is_sent_again_later(int status, double wait)
    {
        await using var shop = await PreflightShop.OpenAsync("always");
        var order = shop.Order();
        shop.Provider.WillAnswer(status, "{}");

        var postponed = Assert.IsType<Purchase.Postponed>(await shop.SubmitAsync(order));
        Assert.Equal((TimeSpan.FromSeconds(wait), 0), (postponed.Wait, postponed.AvatarMisses));

        shop.Buyer.Time.Advance(TimeSpan.FromMinutes(1));
        shop.WillKeepFile("f1");
        shop.Provider.WillAnswerPrediction("p1", code: 201);
        Assert.Equal("p1", Bought.Begun(await shop.SubmitAsync(order with { IsRepeat = true, Picture = postponed.Picture })));
    }

    [Fact]
    public async Task a_token_that_is_not_taken_closes_the_gate()
    {
        await using var shop = await PreflightShop.OpenAsync("always");
        shop.Provider.WillAnswer(401, "{}");

        Assert.IsType<Purchase.Postponed>(await shop.SubmitAsync(shop.Order()));
        Assert.IsType<Purchase.Postponed>(await shop.SubmitAsync(shop.Order()));

        Assert.Equal(["POST files"], shop.Calls);
    }

    [Fact]
    public async Task it_is_a_call_within_the_budget()
    {
        await using var shop = await PreflightShop.OpenAsync("always", reads: "1");
        shop.WillKeepFile("f1");
        shop.Provider.WillAnswerPrediction("p1", code: 201);
        Bought.Begun(await shop.SubmitAsync(shop.Order()));

        var postponed = Assert.IsType<Purchase.Postponed>(await shop.SubmitAsync(shop.Order()));

        Assert.NotNull(postponed.Picture);
        Assert.True(postponed.Wait > TimeSpan.FromSeconds(2));
        Assert.Equal(["POST files", "POST predictions"], shop.Calls);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task a_lost_prediction_is_known_by_it(bool isRemembered)
    {
        await using var site = await Assets.Fetching.FetchingSite.StartAsync(
            PreflightShop.With(Builders.Header.OfPng(256, 384)));
        await using var shop = await SimulatedShop.OpenAsync(
            ("Fetching:TrustedHosts:0", $"127.0.0.1:{site.Port}"),
            ("Images:Processing", "passthrough"),
            ("Avatars:Upload", "private"));
        var order = SimulatedShop.Order("http-502-after") with { AvatarUrl = site.Url() };

        var lost = Assert.IsType<Purchase.Postponed>(await shop.Buyer.SubmitAsync(order));
        shop.Advance(2);
        var again = order with { IsRepeat = true, Picture = isRemembered ? lost.Picture : null };
        var adopted = Bought.Begun(await shop.Buyer.SubmitAsync(again));

        Assert.Equal([adopted], await shop.LedgerAsync());
        Assert.Equal(1, await shop.CountAsync("creates"));
        Assert.Equal(lost.Picture!.FileUrl, Assert.Single(await shop.PicturesAsync()));
        Assert.Matches("/replicate/v1/files/[a-z0-9]{26}$", lost.Picture.FileUrl!);
        Assert.Equal(1, site.Requests);
    }
}
