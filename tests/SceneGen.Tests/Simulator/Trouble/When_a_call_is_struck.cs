using System.Net;
using System.Net.Sockets;
using SceneGen.Tests.Simulator.Infrastructure;

namespace SceneGen.Tests.Simulator.Trouble;

public sealed class When_a_call_is_struck
{
    private static CancellationToken Canceled => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("401", 401, "You did not pass a valid authentication token")]
    [InlineData("401-expired", 401, "Invalid or expired API token.")]
    [InlineData("402-credit", 402, "You have insufficient credit to run this model.")]
    [InlineData("402-limit", 402, "You've hit your monthly spend limit.")]
    [InlineData("403", 403, "permission")]
    [InlineData("404", 404, "The requested resource could not be found.")]
    [InlineData("413", 413, "Files must be less than 100MB in size")]
    [InlineData("422-version", 422, "The specified version does not exist")]
    [InlineData("422-input", 422, "input.output_format")]
    [InlineData("422-prompt", 422, "input.prompt")]
    [InlineData("422-avatar", 422, "input.image_input")]
    [InlineData("429-header", 429, "Request was throttled.")]
    [InlineData("429-retry-after", 429, "\"retry_after\":7")]
    [InlineData("429-text", 429, "Your rate limit resets in ~7s.")]
    [InlineData("429-bare", 429, "Request was throttled.")]
    [InlineData("429-low-credit", 429, "less than $5.0 in credit")]
    [InlineData("500", 500, "error")]
    [InlineData("502", 502, "<h1>502 Bad Gateway</h1>")]
    [InlineData("503", 503, "unavailable")]
    public async Task nothing_is_created_and_the_answer_is_the_provider_s_own(string fault, int status, string text)
    {
        await using var simulator = await SimulatorHost.StartAsync();
        var provider = new ProviderCaller(simulator);
        await provider.SwitchOnAsync(new { endpoint = "create", fault, delay = "7s", count = 1 });

        using var struck = await provider.TryCreateAsync(ProviderCaller.FluxInput("anywhere"));

        Assert.Equal(status, (int)struck.StatusCode);
        Assert.Contains(text, await struck.Content.ReadAsStringAsync(Canceled), StringComparison.Ordinal);
        Assert.Equal(fault == "429-header" ? 7 : null, struck.Headers.RetryAfter?.Delta?.TotalSeconds);
        Assert.Empty(await provider.LedgerAsync());
        await provider.CreateAsync(ProviderCaller.FluxInput("anywhere"));
        Assert.Equal(1, (await provider.CountsAsync())["faultedCreates"]!.GetValue<int>());
    }

    [Theory]
    [InlineData("500-after", 500)]
    [InlineData("502-after", 502)]
    [InlineData("503-after", 503)]
    public async Task it_is_created_though_the_answer_says_otherwise(string fault, int status)
    {
        await using var simulator = await SimulatorHost.StartAsync();
        var provider = new ProviderCaller(simulator);
        await provider.SwitchOnAsync(new { endpoint = "create", fault });

        using var struck = await provider.TryCreateAsync(ProviderCaller.FluxInput("anywhere"));

        Assert.Equal(status, (int)struck.StatusCode);
        Assert.Equal(fault, Assert.Single(await provider.LedgerAsync())!["httpFault"]!.GetValue<string>());
    }

    [Theory]
    [InlineData("reset-before", 0)]
    [InlineData("reset-after", 1)]
    public async Task its_connection_is_reset(string fault, int created)
    {
        await using var simulator = await SimulatorHost.StartAsync();
        var provider = new ProviderCaller(simulator);
        await provider.SwitchOnAsync(new { endpoint = "create", fault });

        var error = await Assert.ThrowsAsync<HttpRequestException>(
            () => provider.TryCreateAsync(ProviderCaller.FluxInput("anywhere")));

        Assert.Equal(
            SocketError.ConnectionReset, Assert.IsType<SocketException>(error.GetBaseException()).SocketErrorCode);
        Assert.Equal(created, (await provider.LedgerAsync()).Count);
        var call = (await provider.SummaryAsync())["calls"]!.AsArray().Single()!;
        Assert.Null(call["status"]);
    }

    [Theory]
    [InlineData("hang", 0)]
    [InlineData("hang-after", 1)]
    public async Task no_answer_comes(string fault, int created)
    {
        await using var simulator = await SimulatorHost.StartAsync();
        var provider = new ProviderCaller(simulator);
        await provider.SwitchOnAsync(new { endpoint = "create", fault });
        using var hasty = new HttpClient
        {
            BaseAddress = simulator.Http.BaseAddress,
            Timeout = TimeSpan.FromMilliseconds(500),
        };

        await Assert.ThrowsAsync<TaskCanceledException>(
            () => new ProviderCaller(hasty).TryCreateAsync(ProviderCaller.FluxInput("anywhere")));

        await Patience.UntilAsync(async () =>
            (await provider.CountsAsync())["faultedCreates"]!.GetValue<int>() == 1);
        await Patience.UntilAsync(async () =>
            (await provider.CountsAsync())["creates"]!.GetValue<int>() == created);
    }

    [Fact]
    public async Task the_answer_drips()
    {
        await using var simulator = await SimulatorHost.StartAsync();
        var provider = new ProviderCaller(simulator);
        var id = await provider.CreateAsync(ProviderCaller.FluxInput("fail-slow"));
        await provider.SwitchOnAsync(new { endpoint = "get", fault = "drip", delay = "1ms" });

        var started = TimeProvider.System.GetTimestamp();
        var (status, body) = await provider.SendAsync(HttpMethod.Get, $"/predictions/{id}");

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Equal(id, body["id"]!.GetValue<string>());
        var bytes = body.ToJsonString().Length;
        Assert.True(TimeProvider.System.GetElapsedTime(started) > TimeSpan.FromMilliseconds(bytes / 2));
    }

    [Theory]
    [InlineData("get", "GET", "/predictions/x")]
    [InlineData("list", "GET", "/predictions")]
    [InlineData("cancel", "POST", "/predictions/x/cancel")]
    [InlineData("account", "GET", "/account")]
    [InlineData("secret", "GET", "/webhooks/default/secret")]
    [InlineData("model", "GET", "/models/a/b")]
    [InlineData("files", "GET", "/files/x")]
    [InlineData("any", "GET", "/account")]
    public async Task every_endpoint_can_be(string endpoint, string method, string path)
    {
        await using var simulator = await SimulatorHost.StartAsync();
        var provider = new ProviderCaller(simulator);
        await provider.SwitchOnAsync(new { endpoint, fault = "503" });

        using var struck = await provider.AnswerAsync(new HttpMethod(method), path);

        Assert.Equal(HttpStatusCode.ServiceUnavailable, struck.StatusCode);
    }

    [Fact]
    public async Task a_download_can_be()
    {
        await using var simulator = await SimulatorHost.StartAsync();
        var provider = new ProviderCaller(simulator);
        await provider.SwitchOnAsync(new { endpoint = "download", fault = "500", count = 1 });
        var output = (await provider.MakeAsync("anywhere"))["output"]!.GetValue<string>();

        using var struck = await simulator.Http.GetAsync(output, Canceled);
        using var right = await simulator.Http.GetAsync(output, Canceled);

        Assert.Equal(
            [HttpStatusCode.InternalServerError, HttpStatusCode.OK], [struck.StatusCode, right.StatusCode]);
    }
}
