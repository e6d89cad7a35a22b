using SceneGen.Contracts;
using SceneGen.Generation;
using SceneGen.Generation.Failures;
using SceneGen.Generation.Messages;
using SceneGen.Tests.Builders;

namespace SceneGen.Tests.Generation;

/// <summary>Attempts 1 to 3 are by the theme's first model, 4 to 6 by its second.</summary>
public sealed class When_an_attempt_is_over
{
    private const string Slow = "503 Server Error: Service Unavailable for url: https://a.example/fox.png";
    private const string OutOfMemory = "Out of memory (E1001)";

    [Theory]
    [InlineData(1, "It broke. (E1000)", true, null)]
    [InlineData(3, "It broke. (E1000)", true, 4)]
    [InlineData(6, "It broke. (E1000)", true, 7)]
    [InlineData(1, "image size must be at least 3686400 pixels", true, 4)]
    [InlineData(5, "image size must be at least 3686400 pixels", true, 7)]
    [InlineData(1, Slow, true, null)]
    [InlineData(2, Slow, true, null)]
    [InlineData(3, Slow, false, null)]
    [InlineData(1, "cannot identify image file", false, null)]
    [InlineData(1, OutOfMemory, true, null)]
    [InlineData(3, OutOfMemory, true, 4)]
    public async Task another_model_has_its_turn_only_for_what_is_not_the_avatars(
        int attempt, string error, bool retryable, int? next)
    {
        await using var shop = await ScriptedShop.OpenAsync();

        var failure = await FailAsync(shop, A.Command(Guid.NewGuid()) with { Attempt = attempt }, error);

        Assert.Equal((retryable, next), (failure.Retryable, failure.NextAttempt));
    }

    [Fact]
    public async Task what_the_operator_has_to_mend_is_the_providers_fault_to_the_scene()
    {
        await using var shop = await ScriptedShop.OpenAsync();

        var failure = await FailAsync(
            shop, A.Command(Guid.NewGuid()), "image size must be at least 3686400 pixels");

        Assert.Equal(
            (SceneFailureCodes.ModelMisconfigured, SceneFault.Provider), (failure.Code, failure.Fault));
    }

    [Fact]
    public async Task a_model_that_fails_the_same_way_too_often_is_left()
    {
        await using var shop = await ScriptedShop.OpenAsync();
        var order = A.Command(Guid.NewGuid());

        Assert.Null((await FailAsync(shop, order, OutOfMemory)).NextAttempt);
        Assert.Equal(4, (await FailAsync(shop, order with { Attempt = 2 }, OutOfMemory)).NextAttempt);
        Assert.Null((await FailAsync(shop, order with { Attempt = 4 }, OutOfMemory)).NextAttempt);
        Assert.Equal(7, (await FailAsync(shop, order with { Attempt = 5 }, OutOfMemory)).NextAttempt);
    }

    [Fact]
    public async Task other_failures_and_runs_are_not_counted_with_it()
    {
        await using var shop = await ScriptedShop.OpenAsync();
        var order = A.Command(Guid.NewGuid());

        await FailAsync(shop, order, "Something failed (E9828)");
        await FailAsync(shop, A.Command(Guid.NewGuid()), OutOfMemory);
        await FailAsync(shop, order with { Run = 2 }, OutOfMemory);

        Assert.Null((await FailAsync(shop, order with { Attempt = 2 }, OutOfMemory)).NextAttempt);
    }

    [Fact]
    public async Task a_check_that_comes_twice_counts_once()
    {
        await using var shop = await ScriptedShop.OpenAsync();
        var order = A.Command(Guid.NewGuid());
        await FailAsync(shop, order, OutOfMemory);
        shop.Provider.WillAnswer(200, Failed("1", OutOfMemory));

        var again = Assert.IsType<CheckResult.Failed>(await shop.LookAsync(order, check: null)).Failure;

        Assert.Null(again.NextAttempt);
    }

    private static async Task<AttemptFailure> FailAsync(ScriptedShop shop, GenerateScene order, string error)
    {
        var id = $"{order.SceneId:N}{order.Run}{order.Attempt}";
        await shop.BuyAsync(id, order);
        shop.Provider.WillAnswer(200, Failed(id, error));
        return Assert.IsType<CheckResult.Failed>(await shop.LookAsync(order, check: 1)).Failure;
    }

    private static string Failed(string id, string error) => $$"""{"id":"{{id}}","status":"failed","error":"{{error}}"}""";
}
