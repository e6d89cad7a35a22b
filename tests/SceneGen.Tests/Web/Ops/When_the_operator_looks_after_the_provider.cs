using SceneGen.Generation.Traffic;
using SceneGen.Generation.Traffic.Pacing;

namespace SceneGen.Tests.Web.Ops;

public sealed class When_the_operator_looks_after_the_provider
{
    private const string Model = "black-forest-labs/flux-2-pro";

    [Theory]
    [InlineData("provider", "provider")]
    [InlineData($"model:{Model}", $"model:{Model}")]
    [InlineData("model:black-forest-labs%2Fflux-2-pro", $"model:{Model}")]
    public async Task a_gate_is_closed_and_opened_by_its_name(string path, string name)
    {
        await using var server = await OpsServer.StartAsync();
        Assert.Equal("open", (await server.GateAsync(name)).GetProperty("state").GetString());

        var (status, closed) = await server.PostAsync($"/api/ops/gates/{path}/close", new { reason = "the invoice is open" });

        Assert.Equal((200, "closed"), (status, closed.GetProperty("state").GetString()));
        var listed = await server.GateAsync(name);
        Assert.Equal(
            ("closed", "operator", "the invoice is open"),
            (Text(listed, "state"), Text(listed, "reason"), Text(listed, "detail")));
        Assert.Equal((server.Time.GetUtcNow(), 0), (listed.GetProperty("since").GetDateTimeOffset(), listed.GetProperty("probes").GetInt32()));
        Assert.Equal(System.Text.Json.JsonValueKind.Null, listed.GetProperty("nextProbeAt").ValueKind);

        Assert.Equal(200, (await server.PostAsync($"/api/ops/gates/{path}/open", new { reason = "it is paid" })).Status);
        Assert.Equal("open", Text(await server.GateAsync(name), "state"));
    }

    [Theory]
    [InlineData("gates/provider/close", """{}""")]
    [InlineData("gates/provider/close", """{"reason": " "}""")]
    [InlineData("gates/provider/open", """{}""")]
    [InlineData($"gates/{Model}/open", """{}""")]
    [InlineData("parked/replay", """{"ids": [1]}""")]
    public async Task nothing_is_done_without_a_reason(string path, string body)
    {
        await using var server = await OpsServer.StartAsync();

        var (status, problem) = await server.PostAsync(
            $"/api/ops/{path}", System.Text.Json.JsonSerializer.Deserialize<System.Text.Json.JsonElement>(body));

        Assert.Equal(400, status);
        Assert.True(problem.GetProperty("errors").TryGetProperty("reason", out _), problem.GetRawText());
        Assert.Equal("open", Text(await server.GateAsync("provider"), "state"));
    }

    [Fact]
    public async Task a_gate_that_is_none_is_not_found()
    {
        await using var server = await OpsServer.StartAsync();

        Assert.Equal(404, (await server.PostAsync("/api/ops/gates/model:nobody/nothing/open", new { reason = "a try" })).Status);
        var (status, problem) = await server.PostAsync("/api/ops/gates/cellar/close", new { reason = "a try" });

        Assert.Equal((404, "gate_unknown"), (status, Text(problem, "code")));
    }

    [Fact]
    public async Task a_closed_gate_leaves_the_service_ready_and_is_named()
    {
        await using var server = await OpsServer.StartAsync();
        Assert.Equal("healthy", Text((await server.GetAsync("/health/ready")).Body, "status"));

        await server.PostAsync("/api/ops/gates/provider/close", new { reason = "holidays" });
        var (status, health) = await server.GetAsync("/health/ready");

        Assert.Equal((200, "degraded"), (status, Text(health, "status")));
        Assert.Equal(
            "provider is closed since 2026-01-01T00:00:00Z: operator.",
            Text(health.GetProperty("checks").GetProperty("provider"), "reason"));
    }

    [Fact]
    public async Task the_budget_its_slices_and_the_calls_under_way_are_shown()
    {
        await using var server = await OpsServer.StartAsync();
        var answered = new TaskCompletionSource<bool>();
        var stop = TestContext.Current.CancellationToken;
        var call = new ProviderCall(new Ticket(server.Time.GetUtcNow(), Guid.NewGuid())) { Model = Model };
        using var admission = await server.Traffic.EnterAsync(call, stop);
        var making = admission.Permit!.UseAsync(() => answered.Task, stop);

        var (status, during) = await server.GetAsync("/api/ops/provider");
        answered.SetResult(true);
        await making;
        var after = (await server.GetAsync("/api/ops/provider")).Body;

        Assert.Equal(200, status);
        Assert.Equal(600, during.GetProperty("inForce").GetProperty("creates").GetDouble());
        var slice = Assert.Single(during.GetProperty("slices").EnumerateArray());
        Assert.Equal((540, Text(during, "instance")), (slice.GetProperty("createsPerMinute").GetDouble(), Text(slice, "instance")));
        Assert.Equal(
            (1, 0),
            (during.GetProperty("inFlight").GetProperty("creates").GetInt32(), after.GetProperty("inFlight").GetProperty("creates").GetInt32()));
    }

    private static string? Text(System.Text.Json.JsonElement element, string name) => element.GetProperty(name).GetString();
}
