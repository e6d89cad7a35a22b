using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using SceneGen.Simulator.Replicate.Trouble;
using SceneGen.Tests.Simulator.Infrastructure;

namespace SceneGen.Tests.Simulator.Trouble;

public sealed class When_faults_are_switched
{
    private static CancellationToken Canceled => TestContext.Current.CancellationToken;

    [Fact]
    public void the_same_seed_strikes_the_same_calls()
    {
        var rule = new FaultRule { Endpoint = "create", Fault = "500", Probability = 0.2, Seed = 7 };

        var (one, again) = (Struck(rule), Struck(rule));
        var other = Struck(rule with { Seed = 8 });

        Assert.Equal(one, again);
        Assert.NotEqual(one, other);
        Assert.InRange(one.Count, 150, 250);
    }

    [Fact]
    public async Task they_are_listed_and_cleared()
    {
        await using var simulator = await SimulatorHost.StartAsync();
        var provider = new ProviderCaller(simulator);
        await provider.SwitchOnAsync(
            new { endpoint = "account", fault = "500", probability = 0.5, seed = 3, count = 9, delay = "2s" });
        await provider.SwitchOnAsync(new { endpoint = "account", fault = "503" });
        await provider.AnswerAsync(HttpMethod.Get, "/account");

        var listed = await ListAsync(simulator);
        using var one = await simulator.Http.DeleteAsync("/simulator/faults/2", Canceled);
        var left = await ListAsync(simulator);
        using var all = await simulator.Http.DeleteAsync("/simulator/faults", Canceled);

        Assert.Equal(
            """{"endpoint":"account","fault":"500","probability":0.5,"seed":3,"count":9,"delay":"2s"}""",
            listed["rules"]![0]!["rule"]!.ToJsonString());
        Assert.Equal(1, listed["rules"]![0]!["seen"]!.GetValue<int>());
        Assert.Contains("fail-once", listed["words"]!.AsArray().Select(word => word!["word"]!.GetValue<string>()));
        Assert.Equal("reset-after", listed["kinds"]!["create"]!.AsArray().Single(
            kind => kind!.GetValue<string>() == "reset-after")!.GetValue<string>());
        Assert.Single(left["rules"]!.AsArray());
        Assert.Empty((await ListAsync(simulator))["rules"]!.AsArray());
    }

    [Fact]
    public async Task they_can_be_on_from_the_start()
    {
        await using var simulator = await SimulatorHost.StartAsync(
            configure: options => options.Faults = ["account 503 count=1", "create 429-text delay=9s"]);
        var provider = new ProviderCaller(simulator);

        using var first = await provider.AnswerAsync(HttpMethod.Get, "/account");
        using var second = await provider.AnswerAsync(HttpMethod.Get, "/account");
        using var third = await provider.TryCreateAsync(ProviderCaller.FluxInput("anywhere"));

        Assert.Equal(
            [HttpStatusCode.ServiceUnavailable, HttpStatusCode.OK, HttpStatusCode.TooManyRequests],
            [first.StatusCode, second.StatusCode, third.StatusCode]);
        Assert.Contains("~9s", await third.Content.ReadAsStringAsync(Canceled), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("create")]
    [InlineData("create nonsense")]
    [InlineData("nowhere 500")]
    [InlineData("create 500 often")]
    [InlineData("create 500 probability=2")]
    public async Task a_setting_without_sense_is_named(string text)
    {
        var error = await Assert.ThrowsAsync<FormatException>(
            () => SimulatorHost.StartAsync(configure: options => options.Faults = [text]));

        Assert.Contains(text, error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"endpoint":"nowhere","fault":"500"}""")]
    [InlineData("""{"endpoint":"create","fault":"lost"}""")]
    [InlineData("""{"endpoint":"create","fault":"500","probability":1.5}""")]
    [InlineData("""{"endpoint":"create","fault":"500","propability":0.5}""")]
    [InlineData("""{"endpoint":"create","fault":"500","delay":5}""")]
    [InlineData("nonsense")]
    public async Task a_rule_without_sense_is_refused(string rule)
    {
        await using var simulator = await SimulatorHost.StartAsync();
        using var content = new StringContent(rule, Encoding.UTF8, "application/json");

        using var response = await simulator.Http.PostAsync("/simulator/faults", content, Canceled);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Empty((await ListAsync(simulator))["rules"]!.AsArray());
    }

    private static List<int> Struck(FaultRule rule)
    {
        var armed = new ArmedFault(1, rule);
        return [.. Enumerable.Range(0, 1000).Where(_ => armed.Strikes())];
    }

    private static async Task<JsonNode> ListAsync(SimulatorHost simulator)
    {
        return (await simulator.Http.GetFromJsonAsync<JsonNode>("/simulator/faults", Canceled))!;
    }
}
