using SceneGen.Tests.Simulator.Infrastructure;

namespace SceneGen.Tests.Simulator.Replicate;

public sealed class When_a_failure_is_called_for
{
    private static CancellationToken Canceled => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("fail-always", "(E8765)")]
    [InlineData("fail-nsfw", "NSFW content detected. Try running it again, or try a different prompt.")]
    [InlineData("fail-avatar", "cannot identify image file")]
    public async Task the_prediction_fails_with_the_words_of_the_real_one(string word, string error)
    {
        await using var simulator = await SimulatorHost.StartAsync();

        var prediction = await new ProviderCaller(simulator).MakeAsync($"a portrait of \"Bolt {word}\" in a forest");

        Assert.Equal("failed", prediction["status"]!.GetValue<string>());
        Assert.Contains(error, prediction["error"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.Null(prediction["output"]);
    }

    [Fact]
    public async Task fail_once_fails_every_second_time()
    {
        await using var simulator = await SimulatorHost.StartAsync();
        var provider = new ProviderCaller(simulator);

        var statuses = new List<string>();
        for (var attempt = 0; attempt < 3; attempt++)
        {
            statuses.Add((await provider.MakeAsync("fail-once"))["status"]!.GetValue<string>());
        }

        Assert.Equal(["failed", "succeeded", "failed"], statuses);
    }

    [Fact]
    public async Task fail_empty_succeeds_without_output()
    {
        await using var simulator = await SimulatorHost.StartAsync();

        var prediction = await new ProviderCaller(simulator).MakeAsync("fail-empty");

        Assert.Equal("succeeded", prediction["status"]!.GetValue<string>());
        Assert.Null(prediction["output"]);
    }

    [Fact]
    public async Task fail_html_delivers_a_web_page_as_a_picture()
    {
        await using var simulator = await SimulatorHost.StartAsync();

        var prediction = await new ProviderCaller(simulator).MakeAsync("fail-html");

        using var response = await simulator.Http.GetAsync(prediction["output"]!.GetValue<string>(), Canceled);
        Assert.Equal("image/png", response.Content.Headers.ContentType?.MediaType);
        var text = await response.Content.ReadAsStringAsync(Canceled);
        Assert.StartsWith("<!doctype html>", text, StringComparison.Ordinal);
    }
}
