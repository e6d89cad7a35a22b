using System.Net;
using SceneGen.Replicate;

namespace SceneGen.Tests.Replicate;

public sealed class When_the_provider_refuses
{
    [Theory]
    [InlineData(
        401,
        """{"title":"Unauthenticated","detail":"You did not pass a valid token","status":401}""",
        "Replicate answered 401 Unauthenticated.")]
    [InlineData(
        402,
        """{"title":"Insufficient credit","detail":"Go to https://replicate.com/account/billing"}""",
        "Replicate answered 402 Insufficient credit.")]
    [InlineData(
        404,
        """{"detail":"The requested resource could not be found.","status":404}""",
        "Replicate answered 404 Not Found.")]
    [InlineData(
        422,
        """{"title":"Invalid version or not permitted","detail":"It does not exist","status":422}""",
        "Replicate answered 422 Invalid version or not permitted.")]
    [InlineData(400, "<html><body>Bad gateway</body></html>", "Replicate answered 400 Bad Request.")]
    [InlineData(403, "", "Replicate answered 403 Forbidden.")]
    [InlineData(429, "null", "Replicate answered 429 Too Many Requests.")]
    public async Task the_reason_is_told_and_nothing_was_made(int status, string body, string message)
    {
        var error = await FailAsync(status, body);

        Assert.Equal(message, error.Message);
        Assert.Equal((HttpStatusCode)status, error.Status);
        Assert.False(error.OutcomeIsUnknown);
    }

    [Theory]
    [InlineData(408, "")]
    [InlineData(500, "")]
    [InlineData(502, "<html><head><title>502 Bad Gateway</title></head></html>")]
    [InlineData(503, """{"detail":"Try later"}""")]
    public async Task by_a_fault_of_its_own_nobody_knows_what_it_did(int status, string body)
    {
        var error = await FailAsync(status, body);

        Assert.Equal((HttpStatusCode)status, error.Status);
        Assert.True(error.OutcomeIsUnknown);
    }

    [Fact]
    public async Task the_fields_it_refuses_are_named()
    {
        var error = await FailAsync(422, """
            {
              "title": "Input validation failed", "detail": "- input.prompt: is required\n", "status": 422,
              "invalid_fields": [
                {"type": "required", "field": "input.prompt", "description": "is required"},
                {"type": "enum", "field": "input.output_format", "description": "must be one of the following"},
                {"type": "other"}
              ]
            }
            """);

        Assert.Equal(["input.prompt", "input.output_format"], error.InvalidFields);
        Assert.Equal("Replicate answered 422 Input validation failed.", error.Message);
    }

    [Fact]
    public async Task what_it_says_is_kept_without_addresses_and_secrets()
    {
        var error = await FailAsync(402, """
            {"title":"No r8_secret\nforged", "detail":"Go to https://replicate.com/billing?token=secret"}
            """);

        Assert.Equal("Replicate answered 402 No (token) forged.", error.Message);
        Assert.Equal("No (token) forged Go to (URL)", error.Detail);
    }

    [Theory]
    [InlineData("30", "{}", 30.0)]
    [InlineData("0", "{}", 1.0)]
    [InlineData("Thu, 01 Jan 2026 00:00:45 GMT", "{}", 45.0)]
    [InlineData("Wed, 31 Dec 2025 23:59:00 GMT", "{}", 1.0)]
    [InlineData("30", """{"retry_after":7}""", 30.0)]
    [InlineData("soon", """{"retry_after":7}""", 7.0)]
    [InlineData(null, """{"detail":"Your rate limit resets in ~9s.","retry_after":7}""", 7.0)]
    [InlineData(null, """{"retry_after":1.5}""", 1.5)]
    [InlineData(null, """{"detail":"Request was throttled. Your rate limit resets in ~30s."}""", 30.0)]
    [InlineData(null, """{"detail":"Your rate limit resets in ~9s.","retry_after":-7}""", 9.0)]
    [InlineData(null, """{"detail":"Request was throttled."}""", null)]
    [InlineData(null, "<html>Too many requests, come back in ~5s</html>", null)]
    public async Task how_long_it_asks_us_to_wait_is_told(string? header, string body, double? seconds)
    {
        var error = header is null ? await FailAsync(429, body) : await FailAsync(429, body, ("Retry-After", header));

        Assert.Equal(seconds, error.RetryAfter?.TotalSeconds);
    }

    [Theory]
    [InlineData("""{"title":"Throttled","retry_after":"7"}""")]
    [InlineData("""{"title":["a"],"invalid_fields":"b"}""")]
    public async Task a_body_of_another_shape_leaves_the_status(string body)
        => Assert.Equal(HttpStatusCode.TooManyRequests, (await FailAsync(429, body)).Status);

    [Theory]
    [InlineData(301)]
    [InlineData(302)]
    [InlineData(307)]
    [InlineData(308)]
    public async Task a_redirect_is_not_followed_and_the_token_goes_nowhere_else(int status)
    {
        await using var elsewhere = await ReplicateDriver.StartAsync();
        elsewhere.WillAnswerPrediction("p1", code: 201);

        var error = await FailAsync(status, "", ("Location", $"{elsewhere.BaseUrl}/predictions?token=secret"));

        Assert.Equal((HttpStatusCode)status, error.Status);
        Assert.DoesNotContain("secret", error.ToString(), StringComparison.Ordinal);
        Assert.Empty(elsewhere.Requests);
    }

    private static async Task<ReplicateException> FailAsync(
        int status, string body, params (string Name, string Value)[] headers)
    {
        await using var driver = await ReplicateDriver.StartAsync();
        using var caller = new ReplicateCaller(driver.BaseUrl);
        driver.WillAnswer(status, body, headers);
        return await caller.FailAsync();
    }
}
