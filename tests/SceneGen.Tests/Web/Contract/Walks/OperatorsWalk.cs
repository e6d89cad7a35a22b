namespace SceneGen.Tests.Web.Contract.Walks;

/// <summary>What operators look at and order.</summary>
internal sealed class OperatorsWalk(ApiWalk walk)
{
    private static readonly int[] OneParked = [17];
    private static readonly string[] OneLetter = ["outbox:17"];
    private static readonly object Reason = new { reason = "a test" };

    public async Task GoAsync(string ready)
    {
        await LookAsync(ready);
        await OrderAsync(ready);
    }

    private async Task LookAsync(string ready)
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

    private async Task OrderAsync(string ready)
    {
        await walk.CallAsync("POST /ops/enter", 204);
        await walk.CallAsync("POST /ops/leave", 204);
        await walk.CallAsync("POST /api/ops/gates/{name}/close", 200, Reason);
        await walk.CallAsync("POST /api/ops/gates/{name}/open", 200, Reason);
        foreach (var order in new[] { "close", "open" })
        {
            await walk.CallAsync($"POST /api/ops/gates/{{name}}/{order}", 404, Reason, ("name", "nonsense"));
            await walk.CallAsync($"POST /api/ops/gates/{{owner}}/{{model}}/{order}", 200, Reason);
            await walk.CallAsync($"POST /api/ops/gates/{{owner}}/{{model}}/{order}", 404, Reason, ("owner", "nobody"), ("model", "none"));
        }

        await walk.CallAsync("POST /api/ops/parked/replay", 200, new { ids = OneParked, reason = "a test" });
        await walk.CallAsync("POST /api/ops/dead-letters/replay", 200, new { filter = new { }, dryRun = true });
        await walk.CallAsync("POST /api/ops/dead-letters/discard", 200, new { ids = OneLetter, reason = "a test" });
        await walk.CallAsync("POST /api/ops/sweep", 200, new { dryRun = true, reason = "a test" });
        await walk.CallAsync("POST /api/ops/reconciliation", 200, Reason);
        foreach (var work in new[] { "sweep", "reconciliation" })
        {
            await walk.CallAsync($"POST /api/ops/{work}", 400, Reason, ("Idempotency-Key:", "two words"));
        }

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
}
