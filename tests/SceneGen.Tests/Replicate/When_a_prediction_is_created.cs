using System.Text.Json.Nodes;

namespace SceneGen.Tests.Replicate;

public sealed class When_a_prediction_is_created
{
    [Fact]
    public async Task the_provider_is_asked_with_the_accounts_token()
    {
        await using var driver = await ReplicateDriver.StartAsync();
        using var caller = new ReplicateCaller(driver.BaseUrl);
        driver.WillAnswerPrediction("p1", code: 201);

        var prediction = await caller.CreateAsync(TimeSpan.FromMinutes(15));

        Assert.Equal(("p1", "starting"), (prediction.Id, prediction.Status));
        var request = Assert.Single(driver.Requests);
        Assert.Equal(("POST", "/v1/predictions"), (request.Method, request.Target));
        Assert.Equal($"Bearer {ReplicateCaller.Token}", request.Headers["Authorization"]);
        Assert.Equal("SceneGen/0.1", request.Headers["User-Agent"]);
        Assert.StartsWith("application/json", request.Headers["Content-Type"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task the_body_is_the_model_and_its_input_and_nothing_else()
    {
        await using var driver = await ReplicateDriver.StartAsync();
        using var caller = new ReplicateCaller(driver.BaseUrl);
        driver.WillAnswerPrediction("p1", code: 201);

        await caller.CreateAsync(TimeSpan.FromMinutes(15));

        var expected = JsonNode.Parse("""{"version":"owner/model","input":{"prompt":"A fox.","width":1920}}""");
        var body = JsonNode.Parse(Assert.Single(driver.Requests).Body);
        Assert.True(JsonNode.DeepEquals(expected, body), $"The body is {body}");
    }

    [Theory]
    [InlineData(900_000, "900s")]
    [InlineData(90_999, "90s")]
    [InlineData(5_000, "5s")]
    [InlineData(4_999, "5s")]
    [InlineData(0, "5s")]
    [InlineData(-60_000, "5s")]
    public async Task the_provider_is_to_stop_at_the_deadline_but_not_within_five_seconds(int left, string cancelAfter)
    {
        await using var driver = await ReplicateDriver.StartAsync();
        using var caller = new ReplicateCaller(driver.BaseUrl);
        driver.WillAnswerPrediction("p1", code: 201);

        await caller.CreateAsync(TimeSpan.FromMilliseconds(left));

        Assert.Equal(cancelAfter, Assert.Single(driver.Requests).Headers["Cancel-After"]);
    }

    [Theory]
    [InlineData(200)]
    [InlineData(201)]
    [InlineData(202)]
    public async Task any_success_is_one(int code)
    {
        await using var driver = await ReplicateDriver.StartAsync();
        using var caller = new ReplicateCaller(driver.BaseUrl);
        driver.WillAnswerPrediction("p1", "processing", code);

        Assert.Equal("processing", (await caller.CreateAsync(TimeSpan.FromMinutes(1))).Status);
    }

    [Fact]
    public async Task the_base_url_may_end_in_a_slash()
    {
        await using var driver = await ReplicateDriver.StartAsync();
        using var caller = new ReplicateCaller(driver.BaseUrl + "/");
        driver.WillAnswerPrediction("p1", code: 201);

        await caller.CreateAsync(TimeSpan.FromMinutes(1));

        Assert.Equal("/v1/predictions", Assert.Single(driver.Requests).Target);
    }
}
