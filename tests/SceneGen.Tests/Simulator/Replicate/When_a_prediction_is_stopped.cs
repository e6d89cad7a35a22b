using System.Net;
using System.Text.Json.Nodes;
using SceneGen.Tests.Simulator.Infrastructure;

namespace SceneGen.Tests.Simulator.Replicate;

public sealed class When_a_prediction_is_stopped
{
    [Fact]
    public async Task it_is_canceled_and_billed_for_the_time_it_ran()
    {
        await using var simulator = await SimulatorHost.StartAsync();
        var provider = new ProviderCaller(simulator);
        var id = await provider.CreateAsync(ProviderCaller.FluxInput("fail-slow"));
        simulator.Clock.Advance(TimeSpan.FromHours(2));
        Assert.Equal("processing", (await provider.GetAsync(id))["status"]!.GetValue<string>());

        var (_, canceled) = await provider.SendAsync(HttpMethod.Post, $"/predictions/{id}/cancel");

        Assert.Equal("canceled", canceled["status"]!.GetValue<string>());
        var entry = Assert.Single(await provider.LedgerAsync())!;
        Assert.True(entry["billed"]!.GetValue<bool>());
        Assert.Equal(1, entry["gets"]!.GetValue<int>());
        Assert.NotNull(entry["canceledAt"]);
    }

    [Fact]
    public async Task one_that_has_ended_stays_as_it_is()
    {
        await using var simulator = await SimulatorHost.StartAsync();
        var provider = new ProviderCaller(simulator);
        var done = await provider.MakeAsync("anywhere");

        var (_, after) = await provider.SendAsync(HttpMethod.Post, $"/predictions/{done["id"]}/cancel");

        Assert.Equal("succeeded", after["status"]!.GetValue<string>());
    }

    [Fact]
    public async Task its_deadline_cancels_it_while_it_runs()
    {
        await using var simulator = await SimulatorHost.StartAsync();
        var provider = new ProviderCaller(simulator);
        var id = await provider.CreateAsync(ProviderCaller.FluxInput("fail-slow"), cancelAfter: "1m30s");
        Assert.NotNull((await provider.GetAsync(id))["deadline"]);

        simulator.Clock.Advance(TimeSpan.FromSeconds(89));
        var before = await provider.GetAsync(id);
        simulator.Clock.Advance(TimeSpan.FromSeconds(1));
        var after = await provider.GetAsync(id);

        Assert.Equal("processing", before["status"]!.GetValue<string>());
        Assert.Equal("canceled", after["status"]!.GetValue<string>());
    }

    [Fact]
    public async Task its_deadline_aborts_it_before_it_starts()
    {
        await using var simulator = await SimulatorHost.StartAsync(
            configure: options => options.StartingTime = TimeSpan.FromMinutes(1));
        var provider = new ProviderCaller(simulator);
        var id = await provider.CreateAsync(ProviderCaller.FluxInput("fail-slow"), cancelAfter: "5");

        simulator.Clock.Advance(TimeSpan.FromSeconds(5));

        Assert.Equal("aborted", (await provider.GetAsync(id))["status"]!.GetValue<string>());
        Assert.False(Assert.Single(await provider.LedgerAsync())!["billed"]!.GetValue<bool>());
    }

    [Theory]
    [InlineData("4s")]
    [InlineData("soon")]
    public async Task a_deadline_that_makes_no_sense_is_refused(string cancelAfter)
    {
        await using var simulator = await SimulatorHost.StartAsync();
        var provider = new ProviderCaller(simulator);
        var creation = new JsonObject
        {
            ["version"] = ProviderCaller.Flux,
            ["input"] = ProviderCaller.FluxInput("anywhere"),
        };

        var (status, _) = await provider.SendAsync(
            HttpMethod.Post, "/predictions", creation, cancelAfter);

        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Empty(await provider.LedgerAsync());
    }
}
