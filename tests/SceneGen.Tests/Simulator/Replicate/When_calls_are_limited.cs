using System.Net;
using System.Text.Json.Nodes;
using SceneGen.Tests.Simulator.Infrastructure;

namespace SceneGen.Tests.Simulator.Replicate;

public sealed class When_calls_are_limited
{
    [Fact]
    public async Task creations_above_the_limit_of_any_minute_are_throttled()
    {
        await using var simulator = await SimulatorHost.StartAsync(configure: options => options.CreatesPerMinute = 2);
        var provider = new ProviderCaller(simulator);
        var creation = new JsonObject
        {
            ["version"] = ProviderCaller.Flux,
            ["input"] = ProviderCaller.FluxInput("fail-slow"),
        };
        await provider.SendAsync(HttpMethod.Post, "/predictions", creation);
        simulator.Clock.Advance(TimeSpan.FromSeconds(20));
        await provider.SendAsync(HttpMethod.Post, "/predictions", creation);

        simulator.Clock.Advance(TimeSpan.FromSeconds(10));
        var (refused, body) = await provider.SendAsync(HttpMethod.Post, "/predictions", creation);
        simulator.Clock.Advance(TimeSpan.FromSeconds(30));
        var (accepted, _) = await provider.SendAsync(HttpMethod.Post, "/predictions", creation);

        Assert.Equal(HttpStatusCode.TooManyRequests, refused);
        Assert.Equal(30, body["retry_after"]!.GetValue<int>());
        Assert.Equal("Request was throttled. Your rate limit resets in ~30s.", body["detail"]!.GetValue<string>());
        Assert.Equal(HttpStatusCode.Created, accepted);
        var summary = await provider.SummaryAsync();
        Assert.Equal(2, summary["peakCreatesPerMinute"]!.GetValue<int>());
    }

    [Fact]
    public async Task without_a_limit_the_real_one_is_told_and_nobody_is_refused()
    {
        await using var simulator = await SimulatorHost.StartAsync();
        var provider = new ProviderCaller(simulator);

        using var created = await provider.TryCreateAsync(ProviderCaller.FluxInput("fail-slow"));
        using var read = await provider.AnswerAsync(HttpMethod.Get, "/account");

        Assert.Equal("599", created.Headers.GetValues("ratelimit-remaining").Single());
        Assert.Equal("2999", read.Headers.GetValues("ratelimit-remaining").Single());
        Assert.Equal("60", read.Headers.GetValues("ratelimit-reset").Single());
    }
}
