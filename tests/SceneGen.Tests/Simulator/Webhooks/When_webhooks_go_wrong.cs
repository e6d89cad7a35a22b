using System.Globalization;
using System.Text.Json.Nodes;
using SceneGen.Simulator;
using SceneGen.Simulator.Replicate.Webhooks;
using SceneGen.Tests.Simulator.Infrastructure;

namespace SceneGen.Tests.Simulator.Webhooks;

public sealed class When_webhooks_go_wrong
{
    private static readonly string Secret = new SimulatorOptions().WebhookSecret;

    [Fact]
    public async Task a_lost_one_never_comes()
    {
        await using var simulator = await SimulatorHost.StartAsync();
        await using var listener = await WebhookListener.StartAsync();
        var provider = new ProviderCaller(simulator);
        await provider.SwitchOnAsync(new { endpoint = "webhook", fault = "lost", count = 1 });

        var lost = Id(await provider.CreateAsync("one", listener.Url, "completed"));
        await provider.FinishAsync(lost);
        var told = Id(await provider.CreateAsync("two", listener.Url, "completed"));
        await provider.FinishAsync(told);
        await listener.UntilHeardAsync(1);

        Assert.Equal(told, Assert.Single(listener.Heard).Json["id"]!.GetValue<string>());
        Assert.Equal(1, (await provider.SummaryAsync())["webhooks"]!["lost"]!.GetValue<int>());
    }

    [Fact]
    public async Task a_doubled_one_comes_twice_under_one_id()
    {
        var heard = await HearAsync("doubled", 2, "completed");

        Assert.Equal(heard[0].Id, heard[1].Id);
        Assert.Equal(heard[0].Body, heard[1].Body);
    }

    [Fact]
    public async Task a_forged_one_has_a_signature_of_another_key()
    {
        var heard = Assert.Single(await HearAsync("forged", 1, "completed"));

        var timestamp = long.Parse(heard.Timestamp, CultureInfo.InvariantCulture);
        Assert.NotEqual(WebhookSignature.Of(Secret, heard.Id, timestamp, heard.Body), heard.Signature);
        Assert.StartsWith("v1,", heard.Signature, StringComparison.Ordinal);
    }

    [Fact]
    public async Task those_out_of_order_tell_the_end_first()
    {
        var heard = await HearAsync("out-of-order", 2, "start", "completed");

        Assert.Equal(["succeeded", "processing"], heard.Select(webhook => webhook.Status));
    }

    [Fact]
    public async Task a_late_one_comes_after_its_delay()
    {
        await using var simulator = await SimulatorHost.StartAsync();
        await using var listener = await WebhookListener.StartAsync();
        var provider = new ProviderCaller(simulator);
        await provider.SwitchOnAsync(new { endpoint = "webhook", fault = "late", delay = "20s", count = 1 });

        await provider.FinishAsync(Id(await provider.CreateAsync("late", listener.Url, "completed")));
        await provider.FinishAsync(Id(await provider.CreateAsync("prompt", listener.Url, "completed")));
        await listener.UntilHeardAsync(1);
        simulator.Clock.Advance(TimeSpan.FromSeconds(20));
        await listener.UntilHeardAsync(2);

        Assert.Equal(
            ["prompt", "late"],
            listener.Heard.Select(heard => heard.Json["input"]!["prompt"]!.GetValue<string>()));
    }

    [Fact]
    public async Task an_early_one_comes_before_the_answer_to_the_creation()
    {
        await using var simulator = await SimulatorHost.StartAsync(
            configure: options => (options.StartingTime, options.GenerationTime) = (TimeSpan.Zero, TimeSpan.Zero));
        await using var listener = await WebhookListener.StartAsync();
        var provider = new ProviderCaller(simulator);

        await provider.CreateAsync("webhook-early", listener.Url, "completed");

        Assert.Equal("succeeded", Assert.Single(listener.Heard).Status);
    }

    private static async Task<IReadOnlyList<HeardWebhook>> HearAsync(
        string fault, int times, params string[] events)
    {
        await using var simulator = await SimulatorHost.StartAsync();
        await using var listener = await WebhookListener.StartAsync();
        var provider = new ProviderCaller(simulator);
        await provider.SwitchOnAsync(new { endpoint = "webhook", fault });

        await provider.FinishAsync(Id(await provider.CreateAsync("anywhere", listener.Url, events)));
        await listener.UntilHeardAsync(times);
        return listener.Heard;
    }

    private static string Id(JsonNode prediction)
    {
        return prediction["id"]!.GetValue<string>();
    }
}
