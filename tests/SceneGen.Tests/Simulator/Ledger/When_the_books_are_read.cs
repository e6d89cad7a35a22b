using System.Net.Http.Json;
using System.Text.Json.Nodes;
using SceneGen.Tests.Simulator.Infrastructure;

namespace SceneGen.Tests.Simulator.Ledger;

public sealed class When_the_books_are_read
{
    private static CancellationToken Canceled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task every_call_is_in_them()
    {
        await using var simulator = await SimulatorHost.StartAsync();
        var provider = new ProviderCaller(simulator);
        var id = await provider.CreateAsync(ProviderCaller.FluxInput("fail-slow"));
        simulator.Clock.Advance(TimeSpan.FromSeconds(2));
        await provider.GetAsync(id);
        await provider.SendAsync(HttpMethod.Get, "/nowhere");
        await new ProviderCaller(simulator, "wrong").SendAsync(HttpMethod.Get, "/account");

        var calls = await simulator.Http.GetFromJsonAsync<JsonArray>("/simulator/ledger", Canceled);

        Assert.Equal(
            [
                "POST /predictions 201",
                "GET /predictions/{id} 200",
                "GET /{**path} 404",
                "GET /account 401",
            ],
            calls!.Select(call => $"{call!["method"]} {call["route"]} {call["status"]}"));
        Assert.Equal([id, id, null, null], calls!.Select(call => call!["prediction"]?.GetValue<string>()));
        Assert.Equal(
            simulator.Clock.GetUtcNow().AddSeconds(-2), calls![0]!["at"]!.GetValue<DateTimeOffset>());
    }

    [Fact]
    public async Task what_the_provider_would_have_charged_is_added_up()
    {
        await using var simulator = await SimulatorHost.StartAsync();
        var provider = new ProviderCaller(simulator);
        await provider.MakeAsync("anywhere");
        await provider.MakeAsync("end-canceled");
        await provider.MakeAsync("fail-always");
        await provider.MakeAsync("end-aborted");
        var seedream = new JsonObject { ["prompt"] = "output-null" };
        await provider.FinishAsync(await provider.CreateAsync(seedream, "bytedance/seedream-4"));

        var summary = await provider.SummaryAsync();

        Assert.Equal(5, summary["creates"]!.GetValue<int>());
        Assert.Equal(0, summary["inFlight"]!.GetValue<int>());
        Assert.Equal(3, summary["billed"]!.GetValue<int>());
        Assert.Equal(0.12m, summary["dollars"]!.GetValue<decimal>());
        Assert.Equal(2, summary["statuses"]!["succeeded"]!.GetValue<int>());
        Assert.Equal(5, summary["peakCreatesPerMinute"]!.GetValue<int>());
    }

    [Fact]
    public async Task what_was_ordered_twice_is_told()
    {
        await using var simulator = await SimulatorHost.StartAsync();
        var provider = new ProviderCaller(simulator);
        const string Hook = "http://127.0.0.1:9/hook/";
        await provider.CreateAsync("fail-slow one", Hook + "a", "completed");
        await provider.CreateAsync("fail-slow one", Hook + "b", "completed");
        await provider.CreateAsync("fail-slow two", Hook + "b", "completed");
        await provider.CreateAsync(ProviderCaller.FluxInput("fail-slow three"));
        await provider.CreateAsync(ProviderCaller.FluxInput("fail-slow four"));

        var summary = await provider.SummaryAsync();

        Assert.Equal(1, summary["duplicateInputs"]!["extra"]!.GetValue<int>());
        Assert.Equal(1, summary["duplicateWebhooks"]!["extra"]!.GetValue<int>());
        var ids = (await provider.LedgerAsync()).Select(entry => entry!["id"]!.GetValue<string>()).ToList();
        Assert.Equal(
            [ids[1], ids[2]],
            summary["duplicateWebhooks"]!["groups"]![0]!.AsArray().Select(id => id!.GetValue<string>()));
    }
}
