using System.Text.Json;
using SceneGen.Persistence.Outbox;

namespace SceneGen.Tests.Web.Ops;

public sealed class When_messages_were_given_up
{
    private static readonly Uri Nowhere = new("loopback://localhost/nowhere");

    [Fact]
    public async Task those_of_the_outbox_are_listed_with_the_cause_and_without_secrets()
    {
        await using var server = await OpsServer.StartAsync();
        await ParkAsync(server, "Nobody is there at https://secret.example.org/?sig=1.", "ThemeSelected");

        var (status, page) = await server.GetAsync("/api/ops/dead-letters");

        var letter = Assert.Single(page.GetProperty("items").EnumerateArray());
        Assert.Equal(200, status);
        Assert.Equal(
            ("outbox", "ThemeSelected", "Nobody is there at (URL)"),
            (Text(letter, "queue"), Text(letter, "type"), Text(letter, "cause")));
        Assert.Contains("the bus lives in this process", Text(page, "note"), StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("", 3)]
    [InlineData("?type=themeselected", 2)]
    [InlineData("?cause=SECOND", 1)]
    [InlineData("?queue=outbox&type=SceneReady", 1)]
    [InlineData("?queue=scenes_error", 0)]
    [InlineData("?from=2030-01-01T00:00:00Z", 0)]
    public async Task they_are_found_by_what_they_have_in_common(string query, int count)
    {
        await using var server = await OpsServer.StartAsync();
        await ParkAsync(server, "the first", "ThemeSelected");
        await ParkAsync(server, "the second", "ThemeSelected");
        await ParkAsync(server, "the third", "SceneReady");

        var (_, page) = await server.GetAsync($"/api/ops/dead-letters{query}");

        Assert.Equal(count, page.GetProperty("total").GetInt32());
    }

    [Fact]
    public async Task the_next_page_goes_on_where_the_first_ended()
    {
        await using var server = await OpsServer.StartAsync();
        await ParkAsync(server, "the first", "ThemeSelected");
        await ParkAsync(server, "the second", "ThemeSelected");

        var first = (await server.GetAsync("/api/ops/dead-letters?limit=1")).Body;
        var second = (await server.GetAsync($"/api/ops/dead-letters?limit=1&cursor={Text(first, "next")}")).Body;

        Assert.Equal(
            ["the first", "the second"],
            new[] { first, second }.Select(page => Text(page.GetProperty("items")[0], "cause")).Order());
        Assert.Equal(JsonValueKind.Null, second.GetProperty("next").ValueKind);
    }

    [Fact]
    public async Task a_full_page_of_the_outbox_is_followed_by_another_only_where_there_are_more()
    {
        await using var server = await OpsServer.StartAsync();
        await server.AddAsync([.. Enumerable.Range(0, 200).Select(_ => Parked(server, "the many", "ThemeSelected"))]);
        var full = (await server.GetAsync("/api/ops/parked")).Body;
        await ParkAsync(server, "the last", "ThemeSelected");

        var first = (await server.GetAsync("/api/ops/parked")).Body;
        var second = (await server.GetAsync($"/api/ops/parked?after={first.GetProperty("next")}")).Body;

        Assert.Equal((200, JsonValueKind.Null), (full.GetProperty("items").GetArrayLength(), full.GetProperty("next").ValueKind));
        Assert.Equal(200, first.GetProperty("items").GetArrayLength());
        Assert.Equal("the last", Text(Assert.Single(second.GetProperty("items").EnumerateArray()), "reason"));
        Assert.Equal(JsonValueKind.Null, second.GetProperty("next").ValueKind);
    }

    [Fact]
    public async Task a_page_far_behind_the_last_is_empty()
    {
        await using var server = await OpsServer.StartAsync();
        await ParkAsync(server, "the first", "ThemeSelected");

        var (status, page) = await server.GetAsync($"/api/ops/dead-letters?cursor={int.MaxValue}");

        Assert.Equal((200, 0), (status, page.GetProperty("items").GetArrayLength()));
        Assert.Equal(JsonValueKind.Null, page.GetProperty("next").ValueKind);
    }

    [Fact]
    public async Task a_dry_run_moves_nothing_and_a_discard_takes_what_it_names()
    {
        await using var server = await OpsServer.StartAsync();
        await ParkAsync(server, "the first", "ThemeSelected");
        await ParkAsync(server, "the second", "ThemeSelected");

        var dry = (await server.PostAsync("/api/ops/dead-letters/replay", new { filter = new { cause = "first" }, dryRun = true })).Body;
        var id = Text(dry.GetProperty("items")[0], "id");
        var gone = (await server.PostAsync("/api/ops/dead-letters/discard", new { ids = new[] { id }, reason = "nonsense" })).Body;

        Assert.Equal((1, 0), (dry.GetProperty("matched").GetInt32(), dry.GetProperty("done").GetInt32()));
        Assert.Equal(1, gone.GetProperty("done").GetInt32());
        var left = Assert.Single((await server.GetAsync("/api/ops/dead-letters")).Body.GetProperty("items").EnumerateArray());
        Assert.Equal("the second", Text(left, "cause"));
    }

    [Fact]
    public async Task a_replay_gives_the_outbox_the_message_back()
    {
        await using var server = await OpsServer.StartAsync();
        await ParkAsync(server, "the first", "ThemeSelected");

        var (status, report) = await server.PostAsync("/api/ops/dead-letters/replay", new { filter = new { }, reason = "mended" });

        Assert.Equal((200, 1, 0), (status, report.GetProperty("done").GetInt32(), report.GetProperty("left").GetInt32()));
        Assert.Equal(0, (await server.GetAsync("/api/ops/dead-letters")).Body.GetProperty("total").GetInt32());
    }

    [Fact]
    public async Task those_beyond_a_look_are_counted_and_a_filter_finds_its_own_behind_them()
    {
        await using var server = await OpsServer.StartAsync();
        await server.AddAsync([.. Enumerable.Range(0, 1003).Select(_ => Parked(server, "the many", "ThemeSelected"))]);
        server.Time.Advance(TimeSpan.FromHours(1));
        await ParkAsync(server, "the last", "SceneReady");
        var since = Uri.EscapeDataString($"{server.Time.GetUtcNow().ToOffset(TimeSpan.FromHours(2)):O}");

        Assert.Equal((1000, 4), Counts(await server.GetAsync("/api/ops/dead-letters")));
        Assert.Equal((1000, 3), Counts(await server.GetAsync("/api/ops/dead-letters?type=themeSelected")));
        Assert.Equal((0, 4), Counts(await server.GetAsync("/api/ops/dead-letters?cause=last")));
        Assert.Equal((1, 0), Counts(await server.GetAsync("/api/ops/dead-letters?type=sceneready")));
        Assert.Equal((1, 0), Counts(await server.GetAsync($"/api/ops/dead-letters?from={since}")));
        Assert.Equal((1000, 3), Counts(await server.GetAsync($"/api/ops/dead-letters?to={since}")));

        var (_, report) = await server.PostAsync(
            "/api/ops/dead-letters/replay", new { filter = new { cause = "last" }, reason = "mended" });
        Assert.Equal(
            (0, 4, 4),
            (report.GetProperty("done").GetInt32(), report.GetProperty("left").GetInt32(), report.GetProperty("beyond").GetInt32()));

        static (int Total, int Beyond) Counts((int Status, JsonElement Body) page)
            => (page.Body.GetProperty("total").GetInt32(), page.Body.GetProperty("beyond").GetInt32());
    }

    [Theory]
    [InlineData("replay", """{"reason": "r"}""", "filter")]
    [InlineData("replay", """{"ids": ["outbox:1"], "filter": {}, "reason": "r"}""", "filter")]
    [InlineData("replay", """{"ids": [], "reason": "r"}""", "ids")]
    [InlineData("replay", """{"ids": ["outbox:1"]}""", "reason")]
    [InlineData("replay", """{"ids": ["outbox:1"], "reason": "r", "perSecond": 0}""", "perSecond")]
    [InlineData("discard", """{"filter": {}, "reason": "r"}""", "ids")]
    [InlineData("discard", """{"ids": ["outbox:1"], "reason": " "}""", "reason")]
    public async Task an_order_that_is_not_clear_is_refused_with_the_field_named(string way, string body, string field)
    {
        await using var server = await OpsServer.StartAsync();

        var (status, problem) = await server.PostAsync($"/api/ops/dead-letters/{way}", JsonSerializer.Deserialize<JsonElement>(body));

        Assert.Equal(400, status);
        Assert.True(problem.GetProperty("errors").TryGetProperty(field, out _), problem.GetRawText());
    }

    [Fact]
    public async Task while_the_broker_is_away_it_is_said_and_nothing_is_done()
    {
        await using var server = await OpsServer.StartAsync("amqp://guest:guest@127.0.0.1:1/");

        var (status, problem) = await server.GetAsync("/api/ops/dead-letters");
        var (replay, _) = await server.PostAsync("/api/ops/dead-letters/replay", new { filter = new { }, reason = "try" });
        var overview = (await server.GetAsync("/api/ops/overview")).Body;

        Assert.Equal((503, "broker_unavailable", 503), (status, Text(problem, "code"), replay));
        Assert.True(problem.GetProperty("retryable").GetBoolean());
        Assert.Equal("away", Text(overview.GetProperty("deadLetters"), "broker"));
    }

    private static Task ParkAsync(OpsServer server, string reason, string type)
        => server.AddAsync(Parked(server, reason, type));

    private static OutboxMessage Parked(OpsServer server, string reason, string type) => new()
    {
        VisibleAt = server.Time.GetUtcNow(),
        MessageId = Guid.NewGuid(),
        Destination = Nowhere.AbsoluteUri,
        MessageTypes = $"urn:message:SceneGen.Contracts:{type}",
        Body = "{}",
        Envelope = "{}",
        ParkedAt = server.Time.GetUtcNow(),
        ParkedReason = reason,
    };

    private static string? Text(JsonElement element, string name) => element.GetProperty(name).GetString();
}
