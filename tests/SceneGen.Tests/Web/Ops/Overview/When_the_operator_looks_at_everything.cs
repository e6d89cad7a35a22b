using System.Text.Json;
using SceneGen.Generation.Intents;
using SceneGen.Persistence.Outbox;
using SceneGen.Scenes;
using SceneGen.Scenes.Timeline;
using SceneGen.Tests.Builders;

namespace SceneGen.Tests.Web.Ops.Overview;

public sealed class When_the_operator_looks_at_everything
{
    private const string Model = "black-forest-labs/flux-2-pro";

    private static readonly string[] Ages = ["under1Min", "under5Min", "under15Min", "under1H", "older"];

    [Fact]
    public async Task scenes_are_counted_by_state_and_age()
    {
        await using var server = await OpsServer.StartAsync();
        await server.AddAsync(
            Scene(server, "Generating", 10), Scene(server, "Generating", 200), Scene(server, "AwaitingTheme", 4000),
            Scene(server, "AwaitingTheme", 400), Scene(server, "Ready", 4000));

        var (status, overview) = await server.GetAsync("/api/ops/overview");

        Assert.Equal(200, status);
        Assert.Equal((2, "1 1 0 0 0"), StateOf(overview, "generating"));
        Assert.Equal((2, "0 0 1 0 1"), StateOf(overview, "awaitingTheme"));
        Assert.Equal((1, ""), StateOf(overview, "ready"));
        Assert.Equal((0, "0 0 0 0 0"), StateOf(overview, "submitting"));
    }

    [Fact]
    public async Task the_scenes_that_stay_too_long_in_a_step_are_named()
    {
        await using var server = await OpsServer.StartAsync();
        var stuck = Scene(server, "Submitting", 181);
        await server.AddAsync(
            stuck, Scene(server, "Submitting", 179), Scene(server, "Generating", 449), Scene(server, "Storing", 359),
            Scene(server, "RollingBack", 90_000));

        var found = (await server.GetAsync("/api/ops/overview")).Body.GetProperty("stuck");

        Assert.Equal(1, found.GetProperty("count").GetInt32());
        var oldest = found.GetProperty("oldest")[0];
        Assert.Equal((stuck.CorrelationId, "submitting"), (oldest.GetProperty("sceneId").GetGuid(), oldest.GetProperty("state").GetString()));
    }

    [Fact]
    public async Task what_should_have_left_the_outbox_is_told_from_what_waits()
    {
        await using var server = await OpsServer.StartAsync();
        var now = server.Time.GetUtcNow();
        await server.AddAsync(
            Row(now.AddSeconds(25)),
            Row(now.AddHours(3), due: now.AddHours(3)),
            Row(now.AddSeconds(29), due: now.AddSeconds(-40)),
            Row(now.AddDays(-1), parkedAt: now.AddHours(-1)));

        var overview = (await server.GetAsync("/api/ops/overview")).Body;

        Assert.Equal(1, overview.GetProperty("outbox").GetProperty("count").GetInt32());
        Assert.Equal(
            (2, 1, 40.0),
            (Number(overview, "timers", "count"), Number(overview, "timers", "due"), overview.GetProperty("timers").GetProperty("oldestSeconds").GetDouble()));
        Assert.Equal(1, overview.GetProperty("parked").GetInt32());
        Assert.Equal("none", overview.GetProperty("deadLetters").GetProperty("broker").GetString());
    }

    [Fact]
    public async Task todays_purchases_are_added_up_by_model_and_theme()
    {
        await using var server = await OpsServer.StartAsync();
        var (one, other) = (Scene(server, "Ready", 10), Scene(server, "Ready", 10));
        (one.Theme, other.Theme) = ("neon-city", "coral-reef");
        await server.AddAsync(
            one, other,
            Intent(one, 1, server.Time.GetUtcNow(), "p1"), Intent(one, 2, server.Time.GetUtcNow(), "p2"),
            Intent(other, 1, server.Time.GetUtcNow(), null), Intent(other, 2, server.Time.GetUtcNow().AddDays(-1), "p3"));

        var cost = (await server.GetAsync("/api/ops/overview")).Body.GetProperty("cost");

        var theme = Assert.Single(cost.GetProperty("themes").EnumerateArray());
        Assert.Equal(("neon-city", 2), (theme.GetProperty("name").GetString(), theme.GetProperty("predictions").GetInt32()));
        Assert.True(cost.GetProperty("dollars").GetDecimal() > 0);
        Assert.Equal(cost.GetProperty("dollars").GetDecimal(), cost.GetProperty("models")[0].GetProperty("dollars").GetDecimal());
    }

    [Fact]
    public async Task rollbacks_that_nobody_answers_are_listed_the_oldest_first()
    {
        await using var server = await OpsServer.StartAsync();
        var (old, young) = (Rollback(server, 9000), Rollback(server, 60));
        old.RollbackCaseAt = server.Time.GetUtcNow();
        await server.AddAsync(young, old, Scene(server, "RolledBack", 1));

        var rollbacks = (await server.GetAsync("/api/ops/overview")).Body.GetProperty("rollbacks");
        var (_, list) = await server.GetAsync("/api/ops/rollbacks");

        Assert.Equal((2, 1), (rollbacks.GetProperty("count").GetInt32(), rollbacks.GetProperty("cases").GetInt32()));
        Assert.Equal(old.RollbackRequestedAt, rollbacks.GetProperty("oldest").GetDateTimeOffset());
        Assert.Equal(
            [old.CorrelationId, young.CorrelationId],
            list.EnumerateArray().Select(rollback => rollback.GetProperty("sceneId").GetGuid()));
    }

    [Fact]
    public async Task it_is_counted_again_after_five_seconds()
    {
        await using var server = await OpsServer.StartAsync();
        var before = StateOf((await server.GetAsync("/api/ops/overview")).Body, "generating");
        await server.AddAsync(Scene(server, "Generating", 0));
        server.Time.Advance(TimeSpan.FromSeconds(4));
        var soon = StateOf((await server.GetAsync("/api/ops/overview")).Body, "generating");
        server.Time.Advance(TimeSpan.FromSeconds(1));
        var later = StateOf((await server.GetAsync("/api/ops/overview")).Body, "generating");

        Assert.Equal([0, 0, 1], [before.Count, soon.Count, later.Count]);
    }

    [Fact]
    public async Task a_scenes_way_is_drawn_from_its_timeline()
    {
        await using var server = await OpsServer.StartAsync();
        var scene = Scene(server, "Failed", 0);
        await server.AddAsync(
            scene, Entry(scene, 1, "Submitting"), Entry(scene, 2, "Generating"), Entry(scene, 3, "Generating"), Entry(scene, 4, "Failed"));

        var picture = await server.ReadTextAsync($"/api/ops/scenes/{scene.CorrelationId}/graph.svg");

        Assert.Contains("It went Submitting, then Generating, then Failed.", picture, StringComparison.Ordinal);
        Assert.Equal(404, (await server.GetAsync($"/api/ops/scenes/{Guid.NewGuid()}/graph.svg")).Status);
        Assert.Contains("<title id=\"graph-title\">The life of a scene", await server.ReadTextAsync("/api/ops/graph.svg"), StringComparison.Ordinal);
        Assert.Contains("Submitting", (await server.GetAsync("/api/ops/graph")).Body.GetProperty("states").EnumerateArray().Select(state => state.GetString()));
    }

    private static (int Count, string Ages) StateOf(JsonElement overview, string state)
    {
        var found = overview.GetProperty("states").EnumerateArray().Single(one => one.GetProperty("state").GetString() == state);
        var ages = found.GetProperty("ages");
        return (
            found.GetProperty("count").GetInt32(),
            ages.ValueKind is JsonValueKind.Null
                ? ""
                : string.Join(' ', Ages.Select(age => ages.GetProperty(age).GetInt32())));
    }

    private static int Number(JsonElement element, string part, string name) => element.GetProperty(part).GetProperty(name).GetInt32();

    private static SceneState Scene(OpsServer server, string state, int secondsOld)
    {
        var scene = A.SceneIn(state);
        scene.CreatedAt = scene.UpdatedAt = server.Time.GetUtcNow().AddSeconds(-secondsOld);
        return scene;
    }

    private static SceneState Rollback(OpsServer server, int secondsOld)
    {
        var scene = Scene(server, "RollingBack", secondsOld);
        scene.RollbackRequestedAt = scene.UpdatedAt;
        return scene;
    }

    private static OutboxMessage Row(DateTimeOffset visible, DateTimeOffset? due = null, DateTimeOffset? parkedAt = null) => new()
    {
        VisibleAt = visible,
        DueAt = due,
        TokenId = due is null ? null : Guid.NewGuid(),
        MessageId = Guid.NewGuid(),
        Destination = "loopback://localhost/nowhere",
        MessageTypes = "urn:message:SceneGen.Contracts:ThemeSelected",
        Body = "{}",
        Envelope = "{}",
        ParkedAt = parkedAt,
    };

    private static SceneTimelineEntry Entry(SceneState scene, int sequence, string state) => new()
    {
        SceneId = scene.CorrelationId,
        Sequence = sequence,
        Kind = "transition",
        At = scene.CreatedAt,
        State = state,
        Attempt = 1,
        Text = state,
    };

    private static GenerationIntent Intent(SceneState scene, int attempt, DateTimeOffset at, string? prediction) => new()
    {
        SceneId = scene.CorrelationId,
        Run = 1,
        Attempt = attempt,
        Model = Model,
        Prompt = "",
        ThemeVersion = 1,
        Seed = null,
        Input = "{}",
        AskedAt = at,
        LeaseEndsAt = at,
        PredictionId = prediction,
    };
}
