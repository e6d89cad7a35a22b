using System.Text.Json.Nodes;
using SceneGen.Tests.Simulator.Infrastructure;

namespace SceneGen.Tests.Simulator.Replicate;

public sealed class When_the_history_is_long
{
    [Fact]
    public async Task pages_of_a_hundred_lead_through_all_of_it_newest_first()
    {
        await using var simulator = await SimulatorHost.StartAsync();
        var provider = new ProviderCaller(simulator);
        var made = new List<string>();
        for (var index = 0; index < 205; index++)
        {
            made.Add(await provider.CreateAsync(ProviderCaller.FluxInput("fail-slow")));
        }

        var first = (await provider.SendAsync(HttpMethod.Get, "/predictions")).Body;
        var second = await FollowAsync(provider, first["next"]);
        var third = await FollowAsync(provider, second["next"]);
        var back = await FollowAsync(provider, third["previous"]);

        made.Reverse();
        Assert.Null(first["previous"]);
        Assert.Null(third["next"]);
        Assert.Equal(made, [.. Ids(first), .. Ids(second), .. Ids(third)]);
        Assert.Equal(Ids(second), Ids(back));
    }

    [Fact]
    public async Task a_time_span_leaves_out_what_is_older_or_newer()
    {
        await using var simulator = await SimulatorHost.StartAsync();
        var provider = new ProviderCaller(simulator);
        await provider.CreateAsync(ProviderCaller.FluxInput("fail-slow"));
        simulator.Clock.Advance(TimeSpan.FromMinutes(1));
        var from = simulator.Clock.GetUtcNow();
        var inside = await provider.CreateAsync(ProviderCaller.FluxInput("fail-slow"));
        simulator.Clock.Advance(TimeSpan.FromMinutes(1));
        await provider.CreateAsync(ProviderCaller.FluxInput("fail-slow"));

        var query = $"?created_after={Text(from)}&created_before={Text(from.AddSeconds(1))}";
        var (_, page) = await provider.SendAsync(HttpMethod.Get, $"/predictions{query}");

        Assert.Equal([inside], Ids(page));
    }

    private static async Task<JsonNode> FollowAsync(ProviderCaller provider, JsonNode? link)
    {
        var query = new Uri(link!.GetValue<string>()).Query;
        return (await provider.SendAsync(HttpMethod.Get, $"/predictions{query}")).Body;
    }

    private static IEnumerable<string> Ids(JsonNode page)
    {
        return page["results"]!.AsArray().Select(item => item!["id"]!.GetValue<string>());
    }

    private static string Text(DateTimeOffset time)
    {
        return Uri.EscapeDataString(time.ToString("O"));
    }
}
