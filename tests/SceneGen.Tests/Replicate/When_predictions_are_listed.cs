namespace SceneGen.Tests.Replicate;

public sealed class When_predictions_are_listed
{
    private static readonly DateTimeOffset After = new(2026, 1, 2, 3, 4, 5, 600, TimeSpan.Zero);
    private static readonly DateTimeOffset Before = new(2026, 1, 2, 4, 7, 8, TimeSpan.FromHours(1));

    [Fact]
    public async Task the_provider_is_asked_for_a_stretch_of_time_in_utc()
    {
        await using var driver = await ReplicateDriver.StartAsync();
        using var caller = new ReplicateCaller(driver.BaseUrl);
        driver.WillAnswer(200, """{"next":null,"previous":null,"results":[]}""");

        Assert.Empty(await caller.ListAsync(After, Before));

        var request = Assert.Single(driver.Requests);
        Assert.Equal("GET", request.Method);
        Assert.Equal(
            "/v1/predictions?created_after=2026-01-02T03%3A04%3A05.6000000Z"
            + "&created_before=2026-01-02T03%3A07%3A08.0000000Z",
            request.Target);
    }

    [Fact]
    public async Task all_pages_are_read_from_the_host_that_is_configured()
    {
        await using var driver = await ReplicateDriver.StartAsync();
        using var caller = new ReplicateCaller(driver.BaseUrl);
        driver.WillAnswer(200, Page("https://other.invalid/v9/all?cursor=abc%3D%3D&created_before=x", "p3", "p2"));
        driver.WillAnswer(200, Page("http://127.0.0.1:1/?cursor=def", "p1"));
        driver.WillAnswer(200, Page(null, "p0"));

        var listed = await caller.ListAsync(After, Before);

        Assert.Equal(["p3", "p2", "p1", "p0"], listed.Select(prediction => prediction.Id));
        Assert.Equal(
            ["/v1/predictions?cursor=abc%3D%3D&created_before=x", "/v1/predictions?cursor=def"],
            driver.Requests.Skip(1).Select(request => request.Target));
        Assert.All(driver.Requests, request
            => Assert.Equal($"Bearer {ReplicateCaller.Token}", request.Headers["Authorization"]));
    }

    [Fact]
    public async Task the_next_page_may_be_named_by_a_path()
    {
        await using var driver = await ReplicateDriver.StartAsync();
        using var caller = new ReplicateCaller(driver.BaseUrl);
        driver.WillAnswer(200, Page("/v1/predictions?cursor=abc", "p1"));
        driver.WillAnswer(200, Page(null, "p0"));

        var listed = await caller.ListAsync(After, Before);

        Assert.Equal(["p1", "p0"], listed.Select(prediction => prediction.Id));
        Assert.Equal("/v1/predictions?cursor=abc", driver.Requests[1].Target);
    }

    [Theory]
    [InlineData("https://api.replicate.com/v1/predictions")]
    [InlineData("")]
    public async Task a_next_page_without_a_cursor_is_none(string next)
    {
        await using var driver = await ReplicateDriver.StartAsync();
        using var caller = new ReplicateCaller(driver.BaseUrl);
        driver.WillAnswer(200, Page(next, "p0"));

        Assert.Single(await caller.ListAsync(After, Before));

        Assert.Single(driver.Requests);
    }

    [Fact]
    public async Task a_page_that_fails_fails_the_listing()
    {
        await using var driver = await ReplicateDriver.StartAsync();
        using var caller = new ReplicateCaller(driver.BaseUrl);
        driver.WillAnswer(200, Page("https://api.replicate.com/v1/predictions?cursor=abc", "p1"));
        driver.WillAnswer(503, "");

        await Assert.ThrowsAsync<SceneGen.Replicate.ReplicateException>(() => caller.ListAsync(After, Before));
    }

    private static string Page(string? next, params string[] ids)
    {
        var results = string.Join(',', ids.Select(id => $$"""{"id":"{{id}}","status":"succeeded"}"""));
        return $$"""{"next":{{(next is null ? "null" : $"\"{next}\"")}},"results":[{{results}}]}""";
    }
}
