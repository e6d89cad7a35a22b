using System.Text.Json.Nodes;
using SceneGen.Tests.Simulator.Infrastructure;

namespace SceneGen.Tests.Web.Contract;

/// <summary>
/// Every operation of the document, on its way of success and with what can be wrong. An operation that is new has to be
/// walked here; a status or a shape that the document does not know fails.
/// </summary>
public sealed class When_the_api_is_walked(ContractedService service) : IClassFixture<ContractedService>
{
    private static readonly int[] OneParked = [17];
    private static readonly string[] OneLetter = ["outbox:17"];
    private static readonly object Reason = new { reason = "a test" };

    private readonly string _avatar = $"{service.Http.BaseAddress}simulator/samples/fox.png";

    [Fact]
    public async Task every_operation_answers_as_the_document_says()
    {
        var walk = new ApiWalk(service.Http, await ApiDocument.ReadAsync(service.Http));

        var ready = await WalkThroughAsync(walk);
        await WalkLiveAsync(walk, ready);
        await WalkKeysAndBatchesAsync(walk);
        await WalkSessionsAsync(walk);
        await WalkOtherWaysAsync(walk);
        await WalkAvatarsAndThemesAsync(walk);
        await WalkOperatorsViewAsync(walk, ready);
        await WalkOperatorsOrdersAsync(walk, ready);

        ExpectNone(walk.Faults);
        ExpectNone(walk.NotWalked.Select(operation => $"{operation} has no walk here"));
    }

    [Fact]
    public async Task every_operation_refuses_what_is_wrong_as_the_document_says()
    {
        var document = await ApiDocument.ReadAsync(service.Http);
        var walk = new ApiWalk(service.Http, document);
        foreach (var (name, operation) in document.Operations)
        {
            await walk.ProbeAsync(name, 400, "host_unknown", ("Host", "evil.example.org"));
            if (!name.Contains("/webhooks/", StringComparison.Ordinal))
            {
                await walk.ProbeAsync(name, 401, "key_required", ("X-Forwarded-For", "1.2.3.4"));
            }

            if (!name.StartsWith("GET", StringComparison.Ordinal) && !name.StartsWith("HEAD", StringComparison.Ordinal))
            {
                await walk.ProbeAsync(name, 403, "origin_refused", ("Origin", "https://evil.example.org"));
            }

            if (operation.ContainsKey("requestBody"))
            {
                await walk.ProbeAsync(name, 415, "not_json", content: ApiWalk.Text("{}", "text/plain"));
                await walk.ProbeAsync(name, 400, "invalid_json", content: ApiWalk.Text("{", "application/json"));
                var tooLarge = name.EndsWith("/batch", StringComparison.Ordinal) ? 1_100_000 : 70_000;
                await walk.ProbeAsync(
                    name, 413, "body_too_large", content: ApiWalk.Text($"{{\"x\":\"{new string('x', tooLarge)}\"}}", "application/json"));
            }
        }

        ExpectNone(walk.Faults);
    }

    /// <summary>From the avatar to the picture.</summary>
    private async Task<string> WalkThroughAsync(ApiWalk walk)
    {
        var sceneId = $"{Guid.NewGuid()}";
        var order = new { avatarUrl = _avatar, theme = "neon-city", sceneId, sessionId = "walk", avatar = new { kind = "animal" }, seed = 7 };
        await walk.CallAsync("POST /api/scenes", 202, order);
        await walk.CallAsync("POST /api/scenes", 409, order);
        await walk.CallAsync("POST /api/scenes", 400, new { avatarUrl = "http://10.0.0.1/x", callbackUrl = "http://10.0.0.1/x" });
        JsonNode? scene = null;
        await Patience.UntilAsync(async () =>
            (scene = await walk.CallAsync("GET /api/scenes/{id}", 200, null, ("id", sceneId)))!["status"]!.GetValue<string>() == "ready");
        var file = scene!["image"]!["url"]!.GetValue<string>().Split('/')[^1].Split('.');
        (string, string)[] name = [("sha256", file[0]), ("ext", file[1])];
        await walk.CallAsync("GET /assets/{sha256}.{ext}", 200, null, name);
        await walk.CallAsync("HEAD /assets/{sha256}.{ext}", 200, null, name);
        await walk.CallAsync("GET /assets/{sha256}.{ext}", 404);
        await walk.CallAsync("GET /api/scenes", 200, null, ("?", "?sessionId=walk&status=ready&limit=1"));
        await walk.CallAsync("GET /api/scenes", 400, null, ("?", "?status=nonsense"));
        await walk.CallAsync("GET /api/scenes/{id}/timeline", 200, null, ("id", sceneId));
        await walk.CallAsync("GET /api/scenes/{id}/timeline", 400, null, ("id", sceneId), ("?", "?limit=0"));
        await walk.CallAsync("POST /api/scenes/{id}/retry", 409, null, ("id", sceneId));
        return sceneId;
    }

    /// <summary>By those who know it already, and by those who wait.</summary>
    private async Task WalkLiveAsync(ApiWalk walk, string ready)
    {
        var id = ("id", ready);
        await walk.CallAsync("GET /api/scenes/{id}", 304, null, id, ("If-None-Match:", "*"));
        await walk.CallAsync("GET /api/scenes/{id}", 304, null, id, ("If-None-Match:", "*"), ("Prefer:", "wait=1"));
        await walk.CallAsync("GET /api/scenes/{id}/events", 200, null, id, ("Last-Event-ID:", "1"));
        var told = await walk.CallAsync("GET /api/scenes/{id}/timeline", 200, null, id, ("?", "?limit=200"));
        var last = told!["items"]!.AsArray().Max(item => item!["sequence"]!.GetValue<int>());
        await walk.CallAsync("GET /api/scenes/{id}/events", 204, null, id, ("?", $"?lastEventId={last}"));
        await walk.CallAsync("GET /api/scenes/{id}/events", 404);
        await walk.CallAsync(
            "POST /api/scenes", 200, new { avatarUrl = _avatar, theme = "neon-city", sessionId = "walk" }, ("Prefer:", "wait=60"));
    }

    /// <summary>Twice the same, and many at once.</summary>
    private async Task WalkKeysAndBatchesAsync(ApiWalk walk)
    {
        var (order, other) = (new { avatarUrl = _avatar, theme = "neon-city" }, new { avatarUrl = _avatar, theme = "enchanted-forest" });
        var key = ("Idempotency-Key:", "walk");
        var first = await walk.CallAsync("POST /api/scenes", 202, order, key);
        var again = await walk.CallAsync("POST /api/scenes", 202, order, key);
        Assert.Equal($"{first!["id"]}", $"{again!["id"]}");
        await walk.CallAsync("POST /api/scenes", 422, other, key);
        await walk.CallAsync("POST /api/scenes", 400, order, ("Idempotency-Key:", new string('k', 256)));

        var batch = new { scenes = new object[] { order, new { theme = "nonsense" }, 7 } };
        var items = (await walk.CallAsync("POST /api/scenes/batch", 200, batch, key))!["items"]!.AsArray();
        Assert.Equal([202, 400, 400], items.Select(item => item!["status"]!.GetValue<int>()));
        await walk.CallAsync("POST /api/scenes/batch", 200, batch, key);
        await walk.CallAsync("POST /api/scenes/batch", 422, new { scenes = new[] { other } }, key);
        await walk.CallAsync("POST /api/scenes/batch", 400, new { scenes = Array.Empty<object>() });
    }

    private static async Task WalkSessionsAsync(ApiWalk walk)
    {
        await walk.CallAsync("POST /api/sessions", 400, new { });
        var given = await walk.CallAsync("POST /api/sessions", 201, new { sessionId = "walk-erased" });
        var token = ("Authorization:", $"Bearer {given!["token"]}");
        await walk.CallAsync("POST /api/sessions/enter", 403);
        await walk.CallAsync("POST /api/sessions/enter", 204, null, token);
        await walk.CallAsync("GET /api/sessions/current", 200);
        await walk.CallAsync("GET /api/sessions/current", 200, null, token);
        await walk.CallAsync("GET /api/scenes", 403, null, token, ("?", "?sessionId=walk"));
        await walk.CallAsync("DELETE /api/sessions/{id}", 403, null, token, ("id", "walk"));
        await walk.CallAsync("DELETE /api/sessions/{id}", 202, null, token, ("id", "walk-erased"));
        await walk.CallAsync("GET /api/sessions/current", 401, null, token);
        await walk.CallAsync("DELETE /api/sessions/{id}", 404, null, ("id", "%20"));
        await walk.CallAsync("DELETE /api/sessions", 202, null, ("?", "?sessionId=."));
        await walk.CallAsync("DELETE /api/sessions", 400);
    }

    /// <summary>Without a theme at first, canceled, asked for again, and deleted.</summary>
    private async Task WalkOtherWaysAsync(ApiWalk walk)
    {
        var announced = await walk.CallAsync(
            "POST /api/avatars", 202, new { avatarId = Guid.NewGuid(), sessionId = "walk", avatarUrl = _avatar });
        var id = ("id", announced!["sceneId"]!.GetValue<string>());
        await walk.CallAsync("POST /api/avatars", 400, new { });
        await walk.CallAsync("PUT /api/scenes/{id}/theme", 400, new { theme = "nonsense" }, id);
        await walk.CallAsync("DELETE /api/scenes/{id}", 202, null, id);
        await walk.CallAsync("PUT /api/scenes/{id}/theme", 409, new { theme = "neon-city" }, id);
        await walk.CallAsync("POST /api/scenes/{id}/retry", 202, new { theme = "neon-city" }, id);
        var other = await walk.CallAsync(
            "POST /api/avatars", 202, new { avatarId = Guid.NewGuid(), sessionId = "walk", avatarUrl = _avatar });
        id = ("id", other!["sceneId"]!.GetValue<string>());
        await walk.CallAsync("PUT /api/scenes/{id}/theme", 200, new { theme = "neon-city" }, id);
        await Patience.UntilAsync(async () =>
            (await walk.CallAsync("GET /api/scenes/{id}", 200, null, id))!["status"]!.GetValue<string>() == "ready");
        await walk.CallAsync("DELETE /api/scenes/{id}", 204, null, id);
        foreach (var gone in new[] { "GET /api/scenes/{id}", "DELETE /api/scenes/{id}", "GET /api/scenes/{id}/timeline", "POST /api/scenes/{id}/retry" })
        {
            await walk.CallAsync(gone, 410, null, id);
            await walk.CallAsync(gone, 404);
        }
    }

    private static async Task WalkAvatarsAndThemesAsync(ApiWalk walk)
    {
        await walk.CallAsync(
            "POST /api/avatars/{avatarId}/rollback", 404, new { sceneId = Guid.NewGuid(), outcome = "refused" });
        await walk.CallAsync("POST /api/avatars/{avatarId}/rollback", 400, new { });
        await walk.CallAsync("GET /api/themes", 200);
        await walk.CallAsync("GET /api/themes/{id}", 200);
        await walk.CallAsync("GET /api/themes/{id}", 404, null, ("id", "nonsense"));
        await walk.CallAsync("GET /api/themes/{id}/picture", 200);
        await walk.CallAsync("HEAD /api/themes/{id}/picture", 200);
        await walk.CallAsync("POST /api/themes/{id}/preview", 200, new { avatar = new { kind = "robot" }, seed = 3 });
        await walk.CallAsync("POST /api/themes/{id}/preview", 400, new { seed = -1 });
        await walk.CallAsync("POST /webhooks/replicate/{token}", 401, new { id = "p" });
    }

    private static async Task WalkOperatorsViewAsync(ApiWalk walk, string ready)
    {
        foreach (var view in new[]
        {
            "overview", "rollbacks", "themes", "storage", "reconciliation", "graph", "graph.svg", "provider", "gates", "parked",
            "dead-letters", "actions", "callbacks", "scenes",
        })
        {
            await walk.CallAsync($"GET /api/ops/{view}", 200);
        }

        foreach (var view in new[] { "", "/graph.svg", "/recipe", "/timeline" })
        {
            await walk.CallAsync($"GET /api/ops/scenes/{{id}}{view}", 200, null, ("id", ready));
            await walk.CallAsync($"GET /api/ops/scenes/{{id}}{view}", 404);
        }

        await walk.CallAsync("GET /api/ops/callbacks", 400, null, ("?", "?state=nonsense"));
        await walk.CallAsync("GET /api/ops/dead-letters", 400, null, ("?", "?limit=0"));
        await walk.CallAsync("GET /api/ops/actions", 400, null, ("?", "?limit=0"));
    }

    private static async Task WalkOperatorsOrdersAsync(ApiWalk walk, string ready)
    {
        await walk.CallAsync("POST /ops/enter", 204);
        await walk.CallAsync("POST /ops/leave", 204);
        await walk.CallAsync("POST /api/ops/gates/{name}/close", 200, Reason);
        await walk.CallAsync("POST /api/ops/gates/{name}/open", 200, Reason);
        await walk.CallAsync("POST /api/ops/gates/{name}/open", 404, Reason, ("name", "nonsense"));
        await walk.CallAsync("POST /api/ops/parked/replay", 200, new { ids = OneParked, reason = "a test" });
        await walk.CallAsync("POST /api/ops/dead-letters/replay", 200, new { filter = new { }, dryRun = true });
        await walk.CallAsync("POST /api/ops/dead-letters/discard", 200, new { ids = OneLetter, reason = "a test" });
        await walk.CallAsync("POST /api/ops/sweep", 200, new { dryRun = true, reason = "a test" });
        await walk.CallAsync("POST /api/ops/reconciliation", 200, Reason);
        await walk.CallAsync("POST /api/ops/callbacks/replay", 200, new { filter = new { state = "failed" }, reason = "a test" });
        await walk.CallAsync("POST /api/ops/callbacks/{id}/replay", 404, Reason);
        (string Order, object Body)[] orders =
        [
            ("retry", new { from = "submit", reason = "a test" }), ("cancel", Reason), ("rollback", Reason),
            ("rollback/done", new { outcome = "rolledBack", reason = "a test" }),
        ];
        foreach (var (order, body) in orders)
        {
            await walk.CallAsync($"POST /api/ops/scenes/{{id}}/{order}", 409, body, ("id", ready));
            await walk.CallAsync($"POST /api/ops/scenes/{{id}}/{order}", 404, body);
            await walk.CallAsync($"POST /api/ops/scenes/{{id}}/{order}", 400, new { });
        }
    }

    internal static void ExpectNone(IEnumerable<string> faults)
    {
        var all = string.Join(Environment.NewLine, faults.Distinct(StringComparer.Ordinal));
        Assert.True(all.Length == 0, all);
    }
}
