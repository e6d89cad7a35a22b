using SceneGen.Contracts;
using SceneGen.Generation;
using SceneGen.Generation.Messages;
using SceneGen.Tests.Builders;

namespace SceneGen.Tests.Generation.Disputes;

public sealed class When_content_is_flagged_twice
{
    private const string Fox = A.AvatarUrl;
    private const string Hare = "https://avatars.example.org/hare.png";

    [Fact]
    public async Task an_avatar_that_was_flagged_with_another_theme_is_to_blame()
    {
        await using var shop = await FlaggedShop.OpenAsync();
        await shop.FlaggedBeforeAsync("space-station", Fox);

        Blames(SceneFault.Avatar, SceneFailureCodes.AvatarFlagged, await shop.LookAsync(await shop.OrderAsync()));

        Assert.Equal(2, shop.Creations.Count);
    }

    [Fact]
    public async Task a_theme_that_was_flagged_with_another_avatar_is_to_blame()
    {
        await using var shop = await FlaggedShop.OpenAsync();
        await shop.FlaggedBeforeAsync("neon-city", Hare);

        Blames(SceneFault.Theme, SceneFailureCodes.ContentFlagged, await shop.LookAsync(await shop.OrderAsync()));

        Assert.Equal(2, shop.Creations.Count);
    }

    [Fact]
    public async Task an_avatar_is_known_again_by_another_signature()
    {
        await using var shop = await FlaggedShop.OpenAsync();
        await shop.FlaggedBeforeAsync("space-station", Fox + "?X-Signature=1");
        var order = await shop.OrderAsync(avatarUrl: Fox + "?X-Signature=2");

        Blames(SceneFault.Avatar, SceneFailureCodes.AvatarFlagged, await shop.LookAsync(order));
    }

    [Theory]
    [InlineData(A.Sha256, 2)]
    [InlineData(A.ThumbnailSha256, 3)]
    public async Task one_that_was_looked_at_is_known_again_by_its_bytes(string flagged, int creations)
    {
        await using var shop = await FlaggedShop.OpenAsync();
        await shop.FlaggedBeforeAsync("space-station", Fox, avatarHash: flagged);
        var seen = new AvatarPicture
        {
            Sha256 = A.Sha256,
            Width = 512,
            Height = 768,
            Bytes = 1,
            FileUrl = "https://api.example/files/f1",
        };
        var order = await shop.OrderAsync(avatarUrl: Hare, seen: seen);

        await shop.LookAsync(
            order,
            FlaggedShop.Flagged,
            """{"id":"probe","status":"starting"}""",
            """{"id":"probe","status":"failed","error":"(E005)"}""");

        Assert.Equal(creations, shop.Creations.Count);
        Assert.Equal(creations > 2, shop.Creations[^1].Contains("https://api.example/files/f1", StringComparison.Ordinal));
    }

    [Fact]
    public async Task a_guilty_avatar_says_nothing_against_a_theme()
    {
        await using var shop = await FlaggedShop.OpenAsync();
        await shop.FlaggedBeforeAsync("neon-city", Hare);
        await shop.JudgedBeforeAsync(Hare, SceneFault.Avatar);
        var order = await shop.OrderAsync();

        var probed = await shop.LookAsync(
            order,
            FlaggedShop.Flagged,
            """{"id":"probe","status":"starting"}""",
            """{"id":"probe","status":"failed","error":"(E005)"}""");

        Blames(SceneFault.Avatar, SceneFailureCodes.AvatarFlagged, probed);
    }

    [Fact]
    public async Task what_was_flagged_days_ago_is_forgotten()
    {
        await using var shop = await FlaggedShop.OpenAsync();
        await shop.FlaggedBeforeAsync("space-station", Fox, hoursAgo: 25);
        await shop.JudgedBeforeAsync(Fox, SceneFault.Theme);

        Blames(SceneFault.Theme, SceneFailureCodes.ContentFlagged, await shop.LookAsync(await shop.OrderAsync()));
    }

    [Theory]
    [InlineData("NSFW content detected. Try running it again.", SceneFailureCodes.ContentFlagged)]
    [InlineData("The input was invalid. (E006)", SceneFailureCodes.PromptRefused)]
    public async Task the_code_is_that_of_what_was_said(string error, string code)
    {
        await using var shop = await FlaggedShop.OpenAsync();
        await shop.JudgedBeforeAsync(Fox, SceneFault.Theme);
        var order = await shop.OrderAsync();

        await shop.LookAsync(order, error);
        Blames(SceneFault.Theme, code, await shop.LookAsync(order with { Attempt = 3 }, error));
    }

    internal static void Blames(SceneFault fault, string code, CheckResult result)
    {
        var failure = Assert.IsType<CheckResult.Failed>(result).Failure;
        Assert.Equal((code, fault, false), (failure.Code, failure.Fault, failure.Retryable));
    }
}
