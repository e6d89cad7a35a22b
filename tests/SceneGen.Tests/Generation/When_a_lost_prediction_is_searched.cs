using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using SceneGen.Generation;
using SceneGen.Generation.Messages;
using SceneGen.Tests.Assets;
using SceneGen.Tests.Builders;

namespace SceneGen.Tests.Generation;

public sealed class When_a_lost_prediction_is_searched
{
    private const string Nothing = """{"next":null,"results":[]}""";
    private const string Version = "9c2d7e4f8a1b3c5d6e7f8091a2b3c4d5e6f708192a3b4c5d6e7f8091a2b3c4d5";

    [Fact]
    public async Task it_is_looked_for_from_two_minutes_before_the_call_to_one_after()
    {
        await using var shop = await ScriptedShop.OpenAsync();
        var order = await LoseAsync(shop);
        shop.Provider.WillAnswer(200, Nothing);

        Bought.Postponed(10, await shop.Buyer.BuyAsync(order));

        Assert.Equal(
            "/v1/predictions?created_after=2025-12-31T23%3A58%3A00.0000000Z"
            + "&created_before=2026-01-01T00%3A01%3A00.0000000Z",
            shop.Provider.Requests[^1].Target);
    }

    [Fact]
    public async Task it_may_be_on_the_last_page()
    {
        await using var shop = await ScriptedShop.OpenAsync();
        var order = await LoseAsync(shop);
        shop.Provider.WillAnswer(
            200, """{"next":"https://a.example/?cursor=2","results":[{"id":"p9","status":"failed"}]}""");
        shop.Provider.WillAnswer(200, Listing(shop, "ours", "bytedance/seedream-4"));

        Assert.Equal("ours", Bought.Begun(await shop.Buyer.BuyAsync(order)));
    }

    [Fact]
    public async Task one_of_another_model_is_not_ours()
    {
        await using var shop = await ScriptedShop.OpenAsync();
        var order = await LoseAsync(shop);
        shop.Provider.WillAnswer(200, Listing(shop, "another", "a/b"));

        Bought.Postponed(10, await shop.Buyer.BuyAsync(order));
    }

    [Fact]
    public async Task one_of_another_input_is_not_ours()
    {
        await using var shop = await ScriptedShop.OpenAsync();
        var order = await LoseAsync(shop);
        var listing = Listing(shop, "another", "bytedance/seedream-4");
        shop.Provider.WillAnswer(200, listing.Replace("Juniper", "Jasper", StringComparison.Ordinal));

        Bought.Postponed(10, await shop.Buyer.BuyAsync(order));
    }

    [Fact]
    public async Task one_that_reports_to_our_address_is_ours_whatever_its_input()
    {
        await using var shop = await ScriptedShop.OpenAsync(webhooks: "https://scenes.example.org");
        var order = await LoseAsync(shop);
        var listing = Listing(shop, "ours", "bytedance/seedream-4", webhook: WebhookOf(shop));
        shop.Provider.WillAnswer(200, listing.Replace("Juniper", "Jasper", StringComparison.Ordinal));

        Assert.Equal("ours", Bought.Begun(await shop.Buyer.BuyAsync(order)));
    }

    [Fact]
    public async Task one_that_reports_to_another_address_is_never_ours_though_its_input_be_equal()
    {
        await using var shop = await ScriptedShop.OpenAsync(webhooks: "https://scenes.example.org");
        var order = await LoseAsync(shop);
        var another = WebhookOf(shop)[..^1] + "-";
        shop.Provider.WillAnswer(200, Listing(shop, "another", "bytedance/seedream-4", webhook: another));

        Bought.Postponed(10, await shop.Buyer.BuyAsync(order));
    }

    [Fact]
    public async Task one_of_a_model_that_is_named_by_its_version_is_found()
    {
        using var folder = new TestFolder();
        folder.Write("models/own.yaml", Encoding.UTF8.GetBytes(
            $"id: {Version}\noutput: url\nsize: {{strategy: native, width: 1920, height: 1080}}\n"
            + "input: {prompt: '{prompt}', image: '{avatarUrl}'}\n"));
        folder.Write("themes/garden.yaml", Encoding.UTF8.GetBytes(
            $"{{id: garden, name: Garden, description: A, version: 1, models: [{Version}], prompt: In a garden}}"));
        await using var shop = await ScriptedShop.OpenAsync(folder["models"], folder["themes"]);
        var order = await LoseAsync(shop, "garden");
        shop.Provider.WillAnswer(200, Listing(shop, "ours", "owner/own", Version));

        Assert.Equal("ours", Bought.Begun(await shop.Buyer.BuyAsync(order)));
    }

    [Fact]
    public async Task a_listing_that_took_long_shows_only_what_was_there_when_it_began()
    {
        await using var shop = await ScriptedShop.OpenAsync();
        var order = await LoseAsync(shop);
        shop.Provider.WillAnswer(200, Nothing);
        Bought.Postponed(10, await shop.Buyer.BuyAsync(order));
        shop.Buyer.Time.Advance(TimeSpan.FromSeconds(1));
        var answer = new TaskCompletionSource();
        shop.Provider.WillAnswer(async context =>
        {
            await answer.Task;
            await context.Response.WriteAsync(Nothing, context.RequestAborted);
        });
        var purchase = shop.Buyer.BuyAsync(order);
        await shop.Provider.IsAskedAsync();

        shop.Buyer.Time.Advance(TimeSpan.FromSeconds(25));
        answer.SetResult();

        Bought.Postponed(10, await purchase);
        Assert.Equal("GET", shop.Provider.Requests[^1].Method);
    }

    [Fact]
    public async Task what_is_asked_for_again_is_what_was_asked_for_first()
    {
        await using var shop = await ScriptedShop.OpenAsync();
        var order = await LoseAsync(shop);
        shop.Provider.WillAnswer(200, Nothing);
        await shop.Buyer.BuyAsync(order);
        shop.Buyer.Time.Advance(TimeSpan.FromSeconds(20));
        shop.Provider.WillAnswer(200, Nothing);
        shop.Provider.WillAnswerPrediction("ours", code: 201);

        // As if the theme had been rewritten meanwhile: the search for it goes by the input in the row.
        var rewritten = order with { Avatar = order.Avatar! with { Name = "Jasper" } };
        Assert.Equal("ours", Bought.Begun(await shop.Buyer.BuyAsync(rewritten)));

        Assert.Equal(shop.Provider.Requests[0].Body, shop.Provider.Requests[^1].Body);
    }

    [Fact]
    public async Task a_listing_that_fails_proves_nothing()
    {
        await using var shop = await ScriptedShop.OpenAsync();
        var order = await LoseAsync(shop);
        shop.Provider.WillAnswer(200, Nothing);
        await shop.Buyer.BuyAsync(order);
        shop.Buyer.Time.Advance(TimeSpan.FromMinutes(1));
        shop.Provider.WillAnswer(503, "");

        Assert.IsType<Purchase.Postponed>(await shop.Buyer.BuyAsync(order));

        Assert.Equal("GET", shop.Provider.Requests[^1].Method);
    }

    /// <summary>Makes the provider answer a purchase with a gateway's error; what it did is not known then.</summary>
    private static async Task<GenerateScene> LoseAsync(ScriptedShop shop, string theme = "neon-city")
    {
        var order = A.Command(Guid.NewGuid(), theme);
        shop.Provider.WillAnswer(502, "<html></html>");
        Bought.Postponed(2, await shop.Buyer.BuyAsync(order));
        await shop.Provider.IsAskedAsync();
        return order;
    }

    private static string WebhookOf(ScriptedShop shop)
        => JsonNode.Parse(shop.Provider.Requests[0].Body)!["webhook"]!.GetValue<string>();

    private static string Listing(
        ScriptedShop shop, string id, string model, string version = "hidden", string webhook = "")
    {
        var input = JsonNode.Parse(shop.Provider.Requests[0].Body)!["input"]!.ToJsonString();
        return $$"""
            {"results":[
              {"id":"{{id}}","status":"starting","model":"{{model}}","version":"{{version}}","webhook":"{{webhook}}","input":{{input}}}
            ]}
            """;
    }
}
