using SceneGen.Replicate.Wire;

namespace SceneGen.Tests.Replicate;

public sealed class When_a_prediction_is_looked_at
{
    [Fact]
    public async Task it_is_asked_for_by_its_id()
    {
        await using var driver = await ReplicateDriver.StartAsync();
        using var caller = new ReplicateCaller(driver.BaseUrl);
        driver.WillAnswerPrediction("p1");

        await caller.GetAsync("p1");

        var request = Assert.Single(driver.Requests);
        Assert.Equal(("GET", "/v1/predictions/p1", ""), (request.Method, request.Target, request.Body));
        Assert.Equal($"Bearer {ReplicateCaller.Token}", request.Headers["Authorization"]);
    }

    [Fact]
    public async Task no_id_leads_to_another_path()
    {
        await using var driver = await ReplicateDriver.StartAsync();
        using var caller = new ReplicateCaller(driver.BaseUrl);
        driver.WillAnswerPrediction("p1");

        await caller.GetAsync("../account?a=b");

        Assert.Equal("/v1/predictions/..%2Faccount%3Fa%3Db", Assert.Single(driver.Requests).Target);
    }

    [Fact]
    public async Task it_can_be_canceled()
    {
        await using var driver = await ReplicateDriver.StartAsync();
        using var caller = new ReplicateCaller(driver.BaseUrl);
        driver.WillAnswerPrediction("p1", "canceled");

        var prediction = await caller.Api.CancelPredictionAsync("p1", TestContext.Current.CancellationToken);

        Assert.Equal("canceled", prediction.Status);
        var request = Assert.Single(driver.Requests);
        Assert.Equal(("POST", "/v1/predictions/p1/cancel", ""), (request.Method, request.Target, request.Body));
    }

    [Theory]
    [InlineData("starting")]
    [InlineData("processing")]
    [InlineData("succeeded")]
    [InlineData("failed")]
    [InlineData("canceled")]
    [InlineData("aborted")]
    [InlineData("a-word-of-next-year")]
    public async Task its_status_is_the_providers_word(string status)
        => Assert.Equal(status, (await ReadAsync($$"""{"id":"p1","status":"{{status}}"}""")).Status);

    [Theory]
    [InlineData("""{"id":"p1","status":"succeeded","output":"https://d.example/a.png"}""", "https://d.example/a.png")]
    [InlineData(
        """{"id":"p1","status":"succeeded","output":["https://d.example/1","https://d.example/2"]}""",
        "https://d.example/1")]
    [InlineData("""{"id":"p1","status":"succeeded","output":[null,"https://d.example/2"]}""", "https://d.example/2")]
    [InlineData("""{"id":"p1","status":"succeeded","output":[]}""", null)]
    [InlineData("""{"id":"p1","status":"succeeded","output":null,"data_removed":true}""", null)]
    [InlineData("""{"id":"p1","status":"succeeded","output":{"file":"https://d.example/a.png"}}""", null)]
    [InlineData("""{"id":"p1","status":"succeeded"}""", null)]
    [InlineData("""{"id":"p1","status":"succeeded","output":"data:image/png;base64,AAAA"}""", "data:image/png;base64,AAAA")]
    [InlineData("""{"id":"p1","status":"succeeded","output":["data:image/png;base64,AA\u002BA"]}""", "data:image/png;base64,AA+A")]
    [InlineData("""{"id":"p1","status":"succeeded","output":"data:text/html;base64,AAAA"}""", null)]
    [InlineData(
        """{"id":"p1","status":"succeeded","output":["data:image/png;base64,AAAA","https://d.example/2"]}""",
        "https://d.example/2")]
    [InlineData("""{"id":"p1","status":"succeeded","output":"no address"}""", null)]
    [InlineData("""{"id":"p1","status":"succeeded","output":"file:///etc/passwd"}""", null)]
    [InlineData("""{"id":"p1","status":"succeeded","output":"\ud83e"}""", null)]
    [InlineData("""{"id":"p1","status":"succeeded","output":7}""", null)]
    public async Task its_output_may_be_a_text_a_list_or_nothing(string json, string? url)
        => Assert.Equal(url, (await ReadAsync(json)).OutputUrl);

    [Fact]
    public async Task a_picture_in_it_is_read_once()
    {
        var prediction = await ReadAsync("""{"id":"p1","status":"succeeded","output":["data:image/png;base64,AAAA"]}""");

        Assert.Same(prediction.OutputUrl, prediction.OutputUrl);
    }

    [Theory]
    [InlineData("""{"id":"p1","status":"failed","error":"It broke. (E1000)"}""", "It broke. (E1000)")]
    [InlineData("""{"id":"p1","status":"failed","error":{"code":7}}""", """{"code":7}""")]
    [InlineData("""{"id":"p1","status":"failed","error":null}""", "")]
    [InlineData("""{"id":"p1","status":"failed"}""", "")]
    [InlineData("""{"id":"p1","status":"failed","error":7.50}""", "7.50")]
    [InlineData("""{"id":"p1","status":"failed","error":false}""", "false")]
    [InlineData("""{"id":"p1","status":"failed","error":["a","b"]}""", """["a","b"]""")]
    [InlineData("""{"id":"p1","status":"failed","error":"half \ud83e"}""", "half \\ud83e")]
    public async Task its_error_may_be_a_text_another_thing_or_nothing(string json, string text)
        => Assert.Equal(text, (await ReadAsync(json)).ErrorText);

    [Theory]
    [InlineData("""{"id":"p1","status":"failed","error":"It broke.","logs":"painting"}""", "It broke.")]
    [InlineData("""{"id":"p1","status":"failed","error":"","logs":"painting\nit broke"}""", "painting\nit broke")]
    [InlineData("""{"id":"p1","status":"failed","error":null,"logs":null}""", "")]
    [InlineData("""{"id":"p1","status":"failed","logs":["a"]}""", """["a"]""")]
    public async Task what_it_printed_tells_where_the_error_does_not(string json, string text)
        => Assert.Equal(text, (await ReadAsync(json)).FailureText);

    [Fact]
    public async Task of_a_long_print_the_last_lines_count()
    {
        var lines = string.Join("\\n", Enumerable.Range(0, 1000).Select(line => $"line {line:D4}"));

        var prediction = await ReadAsync($$"""{"id":"p1","status":"failed","logs":"{{lines}}"}""");

        Assert.StartsWith("line 0600\nline 0601", prediction.FailureText, StringComparison.Ordinal);
        Assert.EndsWith("line 0999", prediction.FailureText, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(""","metrics":{"image_count":2,"predict_time":5.247161016}""", 2)]
    [InlineData(""","metrics":{"image_count":0}""", 0)]
    [InlineData(""","metrics":{"predict_time":5.2}""", null)]
    [InlineData(""","metrics":{"image_count":"2"}""", null)]
    [InlineData(""","metrics":{"image_count":1.5}""", null)]
    [InlineData(""","metrics":{"image_count":-1}""", null)]
    [InlineData(""","metrics":{"image_count":1000000}""", null)]
    [InlineData(""","metrics":{"image_count":null}""", null)]
    [InlineData(""","metrics":[1]""", null)]
    [InlineData(""","metrics":null""", null)]
    [InlineData("", null)]
    public async Task it_may_tell_how_many_pictures_it_made(string metrics, int? count)
        => Assert.Equal(count, (await ReadAsync($$"""{"id":"p1","status":"succeeded"{{metrics}}}""")).ImageCount);

    [Theory]
    [InlineData(""","started_at":"2026-01-02T03:04:05.123456789Z"}""", true)]
    [InlineData(""","started_at":null}""", false)]
    [InlineData("}", false)]
    public async Task it_may_never_have_begun(string started, bool hasBegun)
        => Assert.Equal(hasBegun, (await ReadAsync("""{"id":"p1","status":"aborted" """ + started)).StartedAt is not null);

    [Theory]
    [InlineData("2026-01-02T03:04:05Z", 0)]
    [InlineData("2026-01-02T03:04:05.1Z", 1_000_000)]
    [InlineData("2026-01-02T03:04:05.12Z", 1_200_000)]
    [InlineData("2026-01-02T03:04:05.123Z", 1_230_000)]
    [InlineData("2026-01-02T03:04:05.1234Z", 1_234_000)]
    [InlineData("2026-01-02T03:04:05.12345Z", 1_234_500)]
    [InlineData("2026-01-02T03:04:05.123456Z", 1_234_560)]
    [InlineData("2026-01-02T03:04:05.1234567Z", 1_234_567)]
    [InlineData("2026-01-02T03:04:05.12345678Z", 1_234_567)]
    [InlineData("2026-01-02T03:04:05.123456789Z", 1_234_567)]
    [InlineData("2026-01-02T04:04:05.5+01:00", 5_000_000)]
    public async Task its_times_have_up_to_nine_decimals(string time, int ticks)
    {
        var prediction = await ReadAsync($$"""{"id":"p1","status":"starting","created_at":"{{time}}"}""");

        var second = new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero);
        Assert.Equal(second.AddTicks(ticks), prediction.CreatedAt);
    }

    [Fact]
    public async Task what_is_not_known_is_passed_over()
    {
        var prediction = await ReadAsync("""
            {
              "id": "p1", "model": "owner/model", "version": "hidden", "status": "processing",
              "input": {"prompt": "A fox."}, "logs": "", "metrics": {"predict_time": 5.247161016},
              "urls": {"get": "https://other.example/p1"},
              "webhook_events_filter": ["completed"], "deadline": null, "of_next_year": [{"a": [1]}]
            }
            """);

        Assert.Equal(("p1", "owner/model", "processing"), (prediction.Id, prediction.Model, prediction.Status));
        Assert.Equal("""{"prompt":"A fox."}""", prediction.Input!.ToJsonString());
    }

    private static async Task<Prediction> ReadAsync(string json)
    {
        await using var driver = await ReplicateDriver.StartAsync();
        using var caller = new ReplicateCaller(driver.BaseUrl);
        driver.WillAnswer(200, json);
        return await caller.GetAsync();
    }
}
