using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using SceneGen.Contracts;
using SceneGen.Generation;
using SceneGen.Generation.Avatars;
using SceneGen.Tests.Builders;

namespace SceneGen.Tests.Generation.Avatars;

public sealed class When_an_avatar_is_looked_at_first
{
    [Fact]
    public async Task what_was_seen_is_told_and_nobody_looks_again()
    {
        await using var shop = await PreflightShop.OpenAsync();
        var order = shop.Order();
        var bytes = Header.OfPng(256, 384);
        shop.Provider.WillAnswerPrediction("p1", code: 201);
        shop.Provider.WillAnswerPrediction("p2", code: 201);

        var first = Assert.IsType<Purchase.Begun>(await shop.SubmitAsync(order));
        var second = Assert.IsType<Purchase.Begun>(
            await shop.SubmitAsync(order with { Attempt = 2, Picture = first.Picture }));

        Assert.Equal(
            (Convert.ToHexStringLower(SHA256.HashData(bytes)), 256, 384, bytes.Length),
            (first.Picture!.Sha256, first.Picture.Width, first.Picture.Height, (int)first.Picture.Bytes));
        Assert.Same(first.Picture, second.Picture);
        Assert.Equal((1, 2), (shop.Site.Requests, shop.Provider.Requests.Count));
    }

    public static TheoryData<RequestDelegate, string> Unusable => new()
    {
        { PreflightShop.With(404), SceneFailureCodes.AvatarUnreachable },
        { PreflightShop.With(410), SceneFailureCodes.AvatarUnreachable },
        { PreflightShop.With(403), SceneFailureCodes.AvatarUnreachable },
        { PreflightShop.With("<html>"u8.ToArray()), SceneFailureCodes.AvatarUnreadable },
        { PreflightShop.With(Header.OfPng(32, 32)), SceneFailureCodes.AvatarTooSmall },
        { PreflightShop.With(Header.OfPng(100, 400)), SceneFailureCodes.AvatarMisshapen },
        { PreflightShop.With(Header.OfPng(9000, 3000)), SceneFailureCodes.AvatarTooLarge },
        { PreflightShop.With(new byte[(20 * 1024 * 1024) + 1]), SceneFailureCodes.AvatarTooLarge },
        { Redirect("https://127.0.0.1/fox.png?sig=secret"), SceneFailureCodes.AvatarUrlRefused },
        { Redirect("/fox.png?sig=secret"), SceneFailureCodes.AvatarUrlRefused },
    };

    [Theory]
    [MemberData(nameof(Unusable), DisableDiscoveryEnumeration = true)]
    public async Task of_an_unusable_one_no_picture_is_bought(RequestDelegate answer, string code)
    {
        await using var shop = await PreflightShop.OpenAsync();
        shop.Answer = answer;

        var refused = Assert.IsType<Purchase.Refused>(await shop.SubmitAsync(shop.Order()));

        var failure = refused.Failure;
        Assert.Equal((code, SceneFault.Avatar, false), (failure.Code, failure.Fault, failure.Retryable));
        Assert.DoesNotContain("secret", failure.Detail, StringComparison.Ordinal);
        Assert.DoesNotContain("127.0.0.1", failure.Detail, StringComparison.Ordinal);
        Assert.Empty(shop.Provider.Requests);
    }

    [Theory]
    [InlineData(500)]
    [InlineData(503)]
    [InlineData(429)]
    public async Task a_host_that_is_away_is_asked_six_times_and_no_attempt_is_used(int status)
    {
        await using var shop = await PreflightShop.OpenAsync();
        shop.Answer = PreflightShop.With(status);
        var order = shop.Order();
        foreach (var wait in new[] { 2, 4, 8, 16, 32 })
        {
            var postponed = Assert.IsType<Purchase.Postponed>(await shop.SubmitAsync(order));
            Assert.Equal(TimeSpan.FromSeconds(wait), postponed.Wait);
            order = order with { AvatarMisses = postponed.AvatarMisses, IsRepeat = true };
        }

        var refused = Assert.IsType<Purchase.Refused>(await shop.SubmitAsync(order));

        Assert.Equal(
            (SceneFailureCodes.AvatarUnreachable, SceneFault.Avatar), (refused.Failure.Code, refused.Failure.Fault));
        Assert.Equal((AvatarPreflight.MostMisses, 0), (shop.Site.Requests, shop.Provider.Requests.Count));
        Assert.DoesNotContain("secret", shop.Buyer.Log.Lines(LogLevel.Warning), StringComparison.Ordinal);
    }

    [Fact]
    public async Task a_host_that_comes_back_is_forgiven()
    {
        await using var shop = await PreflightShop.OpenAsync();
        shop.Provider.WillAnswerPrediction("p1", code: 201);

        var purchase = await shop.SubmitAsync(shop.Order() with { AvatarMisses = 5, IsRepeat = true });

        Assert.Equal("p1", Bought.Begun(purchase));
    }

    [Fact]
    public async Task one_of_an_unknown_theme_is_not_looked_at()
    {
        await using var shop = await PreflightShop.OpenAsync();

        var refused = Assert.IsType<Purchase.Refused>(await shop.SubmitAsync(shop.Order() with { Theme = "atlantis" }));

        Assert.Equal(SceneFailureCodes.ThemeUnknown, refused.Failure.Code);
        Assert.Equal(0, shop.Site.Requests);
    }

    [Fact]
    public async Task a_command_that_comes_again_costs_no_second_look()
    {
        await using var shop = await PreflightShop.OpenAsync();
        var order = shop.Order();
        shop.Provider.WillAnswerPrediction("p1", code: 201);
        await shop.SubmitAsync(order);

        Assert.Equal("p1", Bought.Begun(await shop.SubmitAsync(order with { IsRepeat = true })));

        Assert.Equal((1, 1), (shop.Site.Requests, shop.Provider.Requests.Count));
    }

    [Theory]
    [InlineData(404)]
    [InlineData(503)]
    public async Task one_that_has_gone_since_its_picture_was_bought_does_not_waste_it(int status)
    {
        await using var shop = await PreflightShop.OpenAsync();
        var order = shop.Order();
        shop.Provider.WillAnswerPrediction("p1", code: 201);
        await shop.SubmitAsync(order);
        shop.Answer = PreflightShop.With(status);

        Assert.Equal("p1", Bought.Begun(await shop.SubmitAsync(order)));

        Assert.Single(shop.Provider.Requests);
    }

    [Fact]
    public async Task nothing_is_bought_for_a_scene_that_was_canceled_meanwhile()
    {
        await using var shop = await PreflightShop.OpenAsync();
        var (scene, look) = (A.SceneIn("Submitting"), shop.Answer);
        await shop.Buyer.AddSceneAsync(scene);
        shop.Answer = async context =>
        {
            await shop.Buyer.CancelAsync(scene.CorrelationId);
            await look(context);
        };

        var purchase = await shop.Buyer.SubmitAsItIsAsync(shop.Order() with { SceneId = scene.CorrelationId });

        Assert.Equal(1, shop.Site.Requests);
        Assert.IsType<Purchase.Unwanted>(purchase);
        Assert.Empty(shop.Calls);
    }

    private static RequestDelegate Redirect(string location) => context =>
    {
        context.Response.Redirect(location);
        return Task.CompletedTask;
    };
}
