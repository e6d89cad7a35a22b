using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using SceneGen.Contracts;
using SceneGen.Generation;
using SceneGen.Generation.Messages;
using SceneGen.Generation.Planning;
using SceneGen.Tests.Builders;

namespace SceneGen.Tests.Generation.Disputes;

public sealed class When_an_avatar_is_probed
{
    private const string Begun = """{"id":"probe","status":"starting"}""";
    private const string Runs = """{"id":"probe","status":"processing"}""";
    private const string Painted = """{"id":"probe","status":"succeeded","output":["https://d.example/a.png"]}""";
    private const string Flagged = """{"id":"probe","status":"failed","error":"flagged as sensitive (E005)"}""";

    [Fact]
    public async Task it_is_painted_by_the_cheapest_model_with_words_that_offend_nobody()
    {
        await using var shop = await FlaggedShop.OpenAsync();

        await shop.LookAsync(await shop.OrderAsync("space-station"), FlaggedShop.Flagged, Begun, Painted);

        var probe = JsonNode.Parse(shop.Creations[2])!;
        Assert.Equal("bytedance/seedream-4", probe["version"]!.GetValue<string>());
        Assert.Equal(A.AvatarUrl, probe["input"]!["image_input"]![0]!.GetValue<string>());
        var prompt = probe["input"]!["prompt"]!.GetValue<string>();
        Assert.StartsWith("Place the figure from the reference picture on a green meadow", prompt, StringComparison.Ordinal);
        Assert.DoesNotContain("Juniper", prompt, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Painted, SceneFault.Theme, 3)]
    [InlineData(Flagged, SceneFault.Avatar, 0)]
    [InlineData("""{"id":"probe","status":"failed","error":"The input was invalid. (E006)"}""", SceneFault.Avatar, 0)]
    [InlineData("""{"id":"probe","status":"failed","error":"cannot identify image file"}""", SceneFault.Avatar, 0)]
    [InlineData("""{"id":"probe","status":"failed","error":"It broke. (E1000)"}""", SceneFault.Theme, 0)]
    [InlineData("""{"id":"probe","status":"canceled"}""", SceneFault.Theme, 0)]
    [InlineData("""{"id":"probe","status":"aborted"}""", SceneFault.Theme, 0)]
    public async Task its_end_tells_who_is_to_blame(string end, SceneFault fault, int cents)
    {
        await using var shop = await FlaggedShop.OpenAsync();

        var result = await shop.LookAsync(await shop.OrderAsync(), FlaggedShop.Flagged, Begun, end);

        var failed = Assert.IsType<CheckResult.Failed>(result);
        Assert.Equal((fault, cents / 100m), (failed.Failure.Fault, failed.Cost));
    }

    [Fact]
    public async Task the_scene_waits_for_its_end_and_it_is_bought_once()
    {
        await using var shop = await FlaggedShop.OpenAsync();
        var order = await shop.OrderAsync();

        Assert.Equal(
            new CheckResult.Running(1, Wait: null), await shop.LookAsync(order, FlaggedShop.Flagged, Begun, Runs));
        Assert.Equal(
            new CheckResult.Running(2, Wait: null), await shop.LookAgainAsync(order, FlaggedShop.Flagged, Runs));
        When_content_is_flagged_twice.Blames(
            SceneFault.Avatar,
            SceneFailureCodes.AvatarFlagged,
            await shop.LookAgainAsync(order, FlaggedShop.Flagged, Flagged));

        Assert.Equal(3, shop.Creations.Count);
    }

    [Fact]
    public async Task it_is_looked_at_within_the_budget()
    {
        await using var shop = await FlaggedShop.OpenAsync();
        var order = await shop.OrderAsync();
        await shop.Shop.Buyer.LeaveReadsAsync(1);

        var running = Assert.IsType<CheckResult.Running>(await shop.LookAsync(order, FlaggedShop.Flagged, Begun));

        Assert.Equal("POST", shop.Shop.Provider.Requests[^1].Method);
        Assert.True(running.Wait > TimeSpan.Zero);
    }

    [Fact]
    public async Task what_it_showed_is_remembered_for_the_avatar()
    {
        await using var shop = await FlaggedShop.OpenAsync();
        await shop.LookAsync(await shop.OrderAsync(), FlaggedShop.Flagged, Begun, Painted);

        var again = Assert.IsType<CheckResult.Failed>(await shop.LookAsync(await shop.OrderAsync()));

        Assert.Equal((SceneFault.Theme, 0), (again.Failure.Fault, again.Cost));
        Assert.Equal(5, shop.Creations.Count);
    }

    [Fact]
    public async Task two_scenes_of_the_avatar_share_it()
    {
        await using var shop = await FlaggedShop.OpenAsync();
        var (one, other) = (await shop.OrderAsync(), await shop.OrderAsync());
        await shop.LookAsync(one, FlaggedShop.Flagged, Begun, Runs);

        await shop.LookAsync(other, FlaggedShop.Flagged, Painted);
        var late = Assert.IsType<CheckResult.Failed>(await shop.LookAgainAsync(one));

        Assert.Equal((SceneFault.Theme, 0), (late.Failure.Fault, late.Cost));
        Assert.Equal(5, shop.Creations.Count);
    }

    [Fact]
    public async Task of_two_scenes_that_see_its_end_at_once_one_pays()
    {
        await using var shop = await FlaggedShop.OpenAsync();
        var (one, other) = (await shop.OrderAsync(), await shop.OrderAsync());
        await shop.LookAsync(one, FlaggedShop.Flagged, Begun, Runs);
        await shop.LookAsync(other, FlaggedShop.Flagged, Runs);

        var looks = new List<Task<CheckResult>>();
        var end = new TaskCompletionSource();
        foreach (var order in (GenerateScene[])[one, other])
        {
            var asked = new TaskCompletionSource();
            shop.Shop.Provider.WillAnswer(
                200, """{"id":"p","status":"failed","error":"flagged as sensitive (E005)"}""");
            shop.Shop.Provider.WillAnswer(async context =>
            {
                asked.SetResult();
                await end.Task;
                await context.Response.WriteAsync(Painted, context.RequestAborted);
            });
            looks.Add(shop.Shop.LookAsync(order, check: null));
            await asked.Task.WaitAsync(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken);
        }

        end.SetResult();

        var results = (await Task.WhenAll(looks)).Cast<CheckResult.Failed>().ToList();
        Assert.All(results, result => Assert.Equal(SceneFault.Theme, result.Failure.Fault));
        Assert.Equal(0.03m, results.Sum(result => result.Cost));
    }

    [Fact]
    public async Task a_provider_who_is_busy_is_waited_for()
    {
        await using var shop = await FlaggedShop.OpenAsync();
        var order = await shop.OrderAsync();
        await shop.Shop.BuyAsync("p2", order);
        shop.Shop.Provider.WillAnswer(200, """{"id":"p2","status":"failed","error":"(E005)"}""");
        shop.Shop.Provider.WillAnswer(429, """{"retry_after":7}""");

        Assert.Equal(
            new CheckResult.Running(1, TimeSpan.FromSeconds(7)), await shop.Shop.LookAsync(order, check: 1));
    }

    [Fact]
    public async Task there_is_none_where_there_is_no_money_for_it_and_the_avatar_stays()
    {
        await using var shop = await FlaggedShop.OpenAsync(costCap: "0.10");

        When_content_is_flagged_twice.Blames(
            SceneFault.Theme,
            SceneFailureCodes.ContentFlagged,
            await shop.LookAsync(await shop.OrderAsync(cost: 0.08m)));

        Assert.Equal(2, shop.Creations.Count);
    }

    [Fact]
    public async Task the_avatars_address_is_forgotten_and_the_purchase_is_not()
    {
        await using var shop = await FlaggedShop.OpenAsync();
        await shop.LookAsync(await shop.OrderAsync(), FlaggedShop.Flagged, Begun, Painted);

        var probe = await shop.Shop.Buyer.InDatabaseAsync(database => database.Intents.AsNoTracking().SingleAsync(
            intent => intent.ThemeVersion == ProbePlanner.NoTheme, TestContext.Current.CancellationToken));

        Assert.Equal(("probe", "{}"), (probe.PredictionId, probe.Input));
    }

    [Fact]
    public async Task nobody_else_checks_it()
    {
        await using var shop = await FlaggedShop.OpenAsync();
        await shop.LookAsync(await shop.OrderAsync(), FlaggedShop.Flagged, Begun, Runs);
        var probe = await shop.Shop.Buyer.InDatabaseAsync(database => database.Intents.AsNoTracking().SingleAsync(
            intent => intent.ThemeVersion == ProbePlanner.NoTheme, TestContext.Current.CancellationToken));

        var check = new CheckGeneration { SceneId = probe.SceneId, Run = probe.Run, Attempt = probe.Attempt };

        Assert.IsType<CheckResult.Superseded>(await shop.Shop.Buyer.LookAsync(check));
    }
}
