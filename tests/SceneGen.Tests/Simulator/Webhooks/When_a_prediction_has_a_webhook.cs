using System.Globalization;
using System.Text.Json.Nodes;
using SceneGen.Simulator.Replicate.Webhooks;
using SceneGen.Tests.Simulator.Infrastructure;

namespace SceneGen.Tests.Simulator.Webhooks;

public sealed class When_a_prediction_has_a_webhook
{
    [Fact]
    public async Task its_end_is_told_in_the_words_of_the_api_and_signed()
    {
        await using var simulator = await SimulatorHost.StartAsync();
        await using var listener = await WebhookListener.StartAsync();
        var provider = new ProviderCaller(simulator);

        var created = await provider.CreateAsync("anywhere", listener.Url, "completed");
        var done = await provider.FinishAsync(Id(created));
        await listener.UntilHeardAsync(1);

        var heard = Assert.Single(listener.Heard);
        Assert.Equal(done.ToJsonString(), heard.Json.ToJsonString());
        Assert.Equal(listener.Url, done["webhook"]!.GetValue<string>());
        Assert.Equal("""["completed"]""", done["webhook_events_filter"]!.ToJsonString());
        var secret = (await provider.SendAsync(HttpMethod.Get, "/webhooks/default/secret")).Body["key"];
        var timestamp = long.Parse(heard.Timestamp, CultureInfo.InvariantCulture);
        Assert.Equal(simulator.Clock.GetUtcNow().ToUnixTimeSeconds(), timestamp);
        Assert.Equal(
            WebhookSignature.Of(secret!.GetValue<string>(), heard.Id, timestamp, heard.Body), heard.Signature);
    }

    [Fact]
    public async Task only_what_was_asked_for_is_told_in_order()
    {
        await using var simulator = await SimulatorHost.StartAsync();
        await using var listener = await WebhookListener.StartAsync();
        var provider = new ProviderCaller(simulator);

        await provider.FinishAsync(Id(await provider.CreateAsync("anywhere", listener.Url)));
        await listener.UntilHeardAsync(2);
        await provider.FinishAsync(Id(await provider.CreateAsync("anywhere", listener.Url, "start", "completed")));
        await listener.UntilHeardAsync(4);

        Assert.Equal(
            ["processing", "succeeded", "processing", "succeeded"], listener.Heard.Select(heard => heard.Status));
        Assert.NotNull(listener.Heard[0].Json["output"]);
        Assert.Null(listener.Heard[2].Json["output"]);
        Assert.Equal(4, listener.Heard.Select(heard => heard.Id).Distinct().Count());
    }

    [Fact]
    public async Task a_failure_and_a_cancellation_are_told()
    {
        await using var simulator = await SimulatorHost.StartAsync();
        await using var listener = await WebhookListener.StartAsync();
        var provider = new ProviderCaller(simulator);

        await provider.FinishAsync(Id(await provider.CreateAsync("fail-always", listener.Url, "completed")));
        await listener.UntilHeardAsync(1);
        var slow = Id(await provider.CreateAsync("fail-slow", listener.Url, "completed"));
        await provider.SendAsync(HttpMethod.Post, $"/predictions/{slow}/cancel");
        await listener.UntilHeardAsync(2);

        Assert.Equal(["failed", "canceled"], listener.Heard.Select(heard => heard.Status));
    }

    [Fact]
    public async Task nothing_is_told_of_one_that_never_started()
    {
        await using var simulator = await SimulatorHost.StartAsync();
        await using var listener = await WebhookListener.StartAsync();
        var provider = new ProviderCaller(simulator);

        await provider.FinishAsync(Id(await provider.CreateAsync("end-aborted", listener.Url, "start", "completed")));
        await provider.FinishAsync(Id(await provider.CreateAsync("anywhere", listener.Url, "completed")));
        await listener.UntilHeardAsync(1);

        Assert.Equal("succeeded", Assert.Single(listener.Heard).Status);
    }

    [Fact]
    public async Task the_last_one_is_tried_for_a_minute()
    {
        await using var simulator = await SimulatorHost.StartAsync();
        await using var listener = await WebhookListener.StartAsync();
        var provider = new ProviderCaller(simulator);
        listener.Status = 500;
        await provider.FinishAsync(Id(await provider.CreateAsync("anywhere", listener.Url, "completed")));

        var expected = 1;
        foreach (var pause in new[] { 1, 2, 4, 8, 16, 29 })
        {
            await listener.UntilHeardAsync(expected);
            simulator.Clock.Advance(TimeSpan.FromSeconds(pause));
            expected++;
        }

        await Patience.UntilAsync(async () => (await provider.SummaryAsync())["webhooks"]!["givenUp"]!.GetValue<int>() == 1);
        Assert.Equal(7, listener.Heard.Count);
        Assert.Single(listener.Heard.Select(heard => heard.Id).Distinct());
    }

    [Fact]
    public async Task those_before_the_last_are_tried_once()
    {
        await using var simulator = await SimulatorHost.StartAsync();
        await using var listener = await WebhookListener.StartAsync();
        var provider = new ProviderCaller(simulator);
        listener.Status = 503;

        await provider.FinishAsync(Id(await provider.CreateAsync("anywhere", listener.Url, "start", "completed")));
        await listener.UntilHeardAsync(2);
        listener.Status = 204;
        simulator.Clock.Advance(TimeSpan.FromSeconds(1));
        await listener.UntilHeardAsync(3);

        Assert.Equal(["processing", "succeeded", "succeeded"], listener.Heard.Select(heard => heard.Status));
    }

    [Fact]
    public async Task a_redirect_is_not_followed()
    {
        await using var simulator = await SimulatorHost.StartAsync();
        await using var listener = await WebhookListener.StartAsync();
        var provider = new ProviderCaller(simulator);
        (listener.Status, listener.Location) = (301, listener.Url + "&again");

        await provider.FinishAsync(Id(await provider.CreateAsync("anywhere", listener.Url, "completed")));
        await Patience.UntilAsync(async () => (await provider.SummaryAsync())["webhooks"]!["givenUp"]!.GetValue<int>() == 1);

        Assert.Single(listener.Heard);
    }

    [Fact]
    public async Task a_start_in_between_does_not_lose_it()
    {
        await using var before = await SimulatorHost.StartAsync();
        await using var listener = await WebhookListener.StartAsync();
        await new ProviderCaller(before).CreateAsync("anywhere", listener.Url, "completed");

        await using var after = await SimulatorHost.StartAfterAsync(before);
        after.Clock.Advance(TimeSpan.FromSeconds(10));
        await listener.UntilHeardAsync(1);

        Assert.Equal("succeeded", listener.Heard[0].Status);
    }

    private static string Id(JsonNode prediction)
    {
        return prediction["id"]!.GetValue<string>();
    }
}
