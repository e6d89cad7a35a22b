using Microsoft.Extensions.Logging;
using SceneGen.Generation;
using SceneGen.Tests.Builders;

namespace SceneGen.Tests.Generation.Failures;

public sealed class When_a_failure_is_logged
{
    [Fact]
    public async Task a_model_that_is_left_is_a_warning_to_the_operator()
    {
        await using var shop = await ScriptedShop.OpenAsync();
        var order = await shop.BuyAsync("p1");
        shop.Provider.WillAnswer(
            200, """{"id":"p1","status":"failed","error":"image size must be at least 3686400 pixels"}""");

        await shop.LookAsync(order, check: 1);

        Assert.Contains(
            (LogLevel.Warning,
                $"Scene {order.SceneId} goes on without bytedance/seedream-4, for which the operator has something to "
                + "mend (model_misconfigured). image size must be at least 3686400 pixels "),
            shop.Buyer.Log.Entries);
    }

    [Fact]
    public async Task low_credit_is_a_warning_to_the_operator()
    {
        await using var shop = await ScriptedShop.OpenAsync();
        shop.Provider.WillAnswer(429, """{"detail":"You have less than $5.0 in credit.","retry_after":7}""");

        Bought.Postponed(7, await shop.Buyer.BuyAsync(A.Command(Guid.NewGuid())));

        Assert.Contains(shop.Buyer.Log.Entries, entry => entry.Level is LogLevel.Warning
            && entry.Text.Contains("credit is so low", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("(E1000) https://a.example/fox.png?X-Amz-Signature=hunter2")]
    [InlineData("image size must be at least 1 pixel for r8_hunter2hunter2")]
    [InlineData("image size must be at least: Authorization: Bearer hunter2hunter2")]
    [InlineData("image size must be at least /fox.png?sig=hunter2")]
    [InlineData("out of memory\\nwarn: forged (E1001) data:image/png;base64,hunter2")]
    public async Task no_secret_is_kept_or_logged(string error)
    {
        await using var shop = await ScriptedShop.OpenAsync();
        var order = await shop.BuyAsync("p1");
        shop.Provider.WillAnswer(200, $$"""{"id":"p1","status":"failed","error":"{{error}}"}""");

        var failed = Assert.IsType<CheckResult.Failed>(await shop.LookAsync(order, check: 1));

        var kept = string.Concat(shop.Buyer.Log.Entries.Select(entry => entry.Text)) + failed.Failure.Detail;
        Assert.DoesNotContain("hunter2", kept, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', failed.Failure.Detail!);
    }

    [Fact]
    public async Task no_secret_of_a_refusal_is_either()
    {
        await using var shop = await ScriptedShop.OpenAsync();
        shop.Provider.WillAnswer(422, """
            {"title":"No r8_hunter2","detail":"https://a.example/?sig=hunter2","invalid_fields":[{"field":"input.prompt"}]}
            """);
        shop.Provider.WillAnswer(403, """{"title":"No r8_hunter2","detail":"Bearer hunter2hunter2"}""");

        var refused = Assert.IsType<Purchase.Refused>(await shop.Buyer.BuyAsync(A.Command(Guid.NewGuid())));
        var postponed = Assert.IsType<Purchase.Postponed>(await shop.Buyer.BuyAsync(A.Command(Guid.NewGuid())));

        var kept = string.Concat(shop.Buyer.Log.Entries.Select(entry => entry.Text));
        Assert.DoesNotContain("hunter2", $"{kept}{refused}{postponed}", StringComparison.Ordinal);
    }
}
