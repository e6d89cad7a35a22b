using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text.Json.Nodes;
using SceneGen.Tests.Simulator.Infrastructure;

namespace SceneGen.Tests.Simulator.Replicate;

public sealed class When_the_answer_to_a_creation_is_spoiled
{
    private static CancellationToken Canceled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task the_first_is_throttled_and_equal_ones_after_it_are_not()
    {
        await using var simulator = await SimulatorHost.StartAsync();
        var provider = new ProviderCaller(simulator);
        var input = ProviderCaller.FluxInput("\"Bolt http-429\" in a forest");

        using var throttled = await provider.TryCreateAsync(input.DeepClone().AsObject());
        input["seed"] = 7;
        var created = await provider.CreateAsync(input.DeepClone().AsObject());
        await provider.CreateAsync(input);

        Assert.Equal(HttpStatusCode.TooManyRequests, throttled.StatusCode);
        var problem = await throttled.Content.ReadFromJsonAsync<JsonNode>(Canceled);
        Assert.Equal("Request was throttled. Your rate limit resets in ~2s.", problem!["detail"]!.GetValue<string>());
        Assert.Equal(429, problem["status"]!.GetValue<int>());
        Assert.Equal(2, problem["retry_after"]!.GetValue<int>());
        Assert.Equal("succeeded", (await provider.FinishAsync(created))["status"]!.GetValue<string>());
        await AssertCountsAsync(provider, creates: 2, refused: 1);
    }

    [Fact]
    public async Task a_gateway_answers_and_nothing_was_created()
    {
        await using var simulator = await SimulatorHost.StartAsync();
        var provider = new ProviderCaller(simulator);

        using var lost = await provider.TryCreateAsync(ProviderCaller.FluxInput("http-502-before"));

        await AssertIsPageAsync(lost);
        await AssertCountsAsync(provider, creates: 0, refused: 1);
        Assert.Empty(await provider.LedgerAsync());
        await provider.CreateAsync(ProviderCaller.FluxInput("http-502-before"));
    }

    [Fact]
    public async Task a_gateway_answers_though_the_prediction_runs()
    {
        await using var simulator = await SimulatorHost.StartAsync();
        var provider = new ProviderCaller(simulator);

        using var lost = await provider.TryCreateAsync(ProviderCaller.FluxInput("http-502-after"));

        await AssertIsPageAsync(lost);
        await AssertRunsAsync(provider, "http-502-after");
        await provider.CreateAsync(ProviderCaller.FluxInput("http-502-after"));
    }

    [Fact]
    public async Task the_connection_is_reset_though_the_prediction_runs()
    {
        await using var simulator = await SimulatorHost.StartAsync();
        var provider = new ProviderCaller(simulator);

        var error = await Assert.ThrowsAsync<HttpRequestException>(
            () => provider.TryCreateAsync(ProviderCaller.FluxInput("http-reset-after")));

        var reset = Assert.IsType<SocketException>(error.GetBaseException());
        Assert.Equal(SocketError.ConnectionReset, reset.SocketErrorCode);
        await AssertRunsAsync(provider, "http-reset-after");
        await provider.CreateAsync(ProviderCaller.FluxInput("http-reset-after"));
    }

    [Fact]
    public async Task a_start_in_between_does_not_make_it_the_first_again()
    {
        await using var before = await SimulatorHost.StartAsync();
        using var lost = await new ProviderCaller(before).TryCreateAsync(ProviderCaller.FluxInput("http-502-before"));

        await using var after = await SimulatorHost.StartAfterAsync(before);

        await new ProviderCaller(after).CreateAsync(ProviderCaller.FluxInput("http-502-before"));
    }

    [Fact]
    public async Task the_prediction_may_fail_as_well()
    {
        await using var simulator = await SimulatorHost.StartAsync();
        var provider = new ProviderCaller(simulator);
        const string Prompt = "http-429 fail-once";

        using var throttled = await provider.TryCreateAsync(ProviderCaller.FluxInput(Prompt));

        Assert.Equal(HttpStatusCode.TooManyRequests, throttled.StatusCode);
        Assert.Equal("failed", (await provider.MakeAsync(Prompt))["status"]!.GetValue<string>());
        Assert.Equal("succeeded", (await provider.MakeAsync(Prompt))["status"]!.GetValue<string>());
    }

    private static async Task AssertIsPageAsync(HttpResponseMessage response)
    {
        Assert.Equal(HttpStatusCode.BadGateway, response.StatusCode);
        Assert.Equal("text/html", response.Content.Headers.ContentType?.MediaType);
        var page = await response.Content.ReadAsStringAsync(Canceled);
        Assert.Contains("502 Bad Gateway", page, StringComparison.Ordinal);
    }

    private static async Task AssertRunsAsync(ProviderCaller provider, string word)
    {
        await AssertCountsAsync(provider, creates: 1, refused: 0);
        var entry = Assert.Single(await provider.LedgerAsync())!;
        Assert.Equal(word, entry["httpFault"]!.GetValue<string>());
        var done = await provider.FinishAsync(entry["id"]!.GetValue<string>());
        Assert.Equal("succeeded", done["status"]!.GetValue<string>());
    }

    private static async Task AssertCountsAsync(ProviderCaller provider, int creates, int refused)
    {
        var counts = await provider.CountsAsync();
        Assert.Equal(creates, counts["creates"]!.GetValue<int>());
        Assert.Equal(refused, counts["refusedCreates"]!.GetValue<int>());
        Assert.Equal(1, counts["faultedCreates"]!.GetValue<int>());
    }
}
