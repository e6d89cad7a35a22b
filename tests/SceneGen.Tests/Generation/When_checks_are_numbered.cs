using Microsoft.AspNetCore.Http;
using SceneGen.Generation;
using SceneGen.Generation.Messages;

namespace SceneGen.Tests.Generation;

public sealed class When_checks_are_numbered
{
    [Fact]
    public async Task one_follows_the_other()
    {
        await using var shop = await ScriptedShop.OpenAsync();
        var order = await shop.BuyAsync("p1");

        Assert.Equal(1, await RunAsync(shop, order, check: 1));
        Assert.Equal(2, await RunAsync(shop, order, check: 2));
        Assert.Equal(2, (await shop.Buyer.IntentAsync(order))!.Checks);
    }

    [Fact]
    public async Task a_doubled_or_older_one_does_nothing()
    {
        await using var shop = await ScriptedShop.OpenAsync();
        var order = await shop.BuyAsync("p1");
        await RunAsync(shop, order, check: 1);
        await RunAsync(shop, order, check: 2);
        var asked = shop.Provider.Requests.Count;

        Assert.IsType<CheckResult.Superseded>(await shop.LookAsync(order, check: 2));
        Assert.IsType<CheckResult.Superseded>(await shop.LookAsync(order, check: 1));

        Assert.Equal(asked, shop.Provider.Requests.Count);
    }

    [Fact]
    public async Task one_out_of_turn_takes_over_the_chain()
    {
        await using var shop = await ScriptedShop.OpenAsync();
        var order = await shop.BuyAsync("p1");
        await RunAsync(shop, order, check: 1);

        Assert.Equal(2, await RunAsync(shop, order, check: null));

        Assert.IsType<CheckResult.Superseded>(await shop.LookAsync(order, check: 2));
        Assert.Equal(3, await RunAsync(shop, order, check: 3));
    }

    [Fact]
    public async Task of_two_at_once_one_goes_on()
    {
        await using var shop = await ScriptedShop.OpenAsync();
        var order = await shop.BuyAsync("p1");
        await shop.Provider.IsAskedAsync();
        var answer = new TaskCompletionSource();
        for (var check = 0; check < 2; check++)
        {
            shop.Provider.WillAnswer(async context =>
            {
                await answer.Task;
                await context.Response.WriteAsync("""{"id":"p1","status":"processing"}""", context.RequestAborted);
            });
        }

        var looks = new[] { shop.LookAsync(order, check: 1), shop.LookAsync(order, check: null) };
        await shop.Provider.IsAskedAsync();
        await shop.Provider.IsAskedAsync();
        answer.SetResult();

        var results = await Task.WhenAll(looks);
        Assert.Single(results, new CheckResult.Running(1, Wait: null) { IsPainting = true });
        Assert.Single(results, new CheckResult.Superseded());
    }

    private static async Task<int> RunAsync(ScriptedShop shop, GenerateScene order, int? check)
    {
        shop.Provider.WillAnswerPrediction("p1", "processing");
        return Assert.IsType<CheckResult.Running>(await shop.LookAsync(order, check)).Check;
    }
}
