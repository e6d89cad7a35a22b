using Microsoft.Extensions.DependencyInjection;
using SceneGen.Scenes;
using SceneGen.Scenes.Compensation;
using SceneGen.Tests.Builders;
using SceneGen.Tests.Simulator.Infrastructure;
using SceneGen.Tests.Web.Contract.Services;
using SceneGen.Web.Scenes.Live;

namespace SceneGen.Tests.Web.Contract.Walks;

/// <summary>Scenes in each situation in which something cannot be done with them, or only then can.</summary>
internal sealed class SituationsWalk(ApiWalk walk, ContractedService service)
{
    private static readonly object Reason = new { reason = "a test" };
    private static readonly object Submit = new { from = "submit", reason = "a test" };

    public async Task GoAsync()
    {
        await AskAgainAsync();
        await CancelAndDeleteAsync();
        await OrderAsync();
        await OvertakeAsync();
        await AnswerRollbacksAsync();
        await ComeAfterTheEndAsync();
        await WorkTwiceAsync();
        await WaitAsync();
        await PostAgainAsync();
    }

    private async Task AskAgainAsync()
    {
        foreach (var (state, code) in new[]
        {
            ("Ready", "scene_ready"), ("Generating", "scene_running"), ("RollingBack", "rolling_back"), ("RolledBack", "avatar_gone"),
        })
        {
            await walk.ProbeAsync("POST /api/scenes/{id}/retry", 409, code, null, await IdAsync(state));
            if (code != "scene_running")
            {
                await walk.ProbeAsync("POST /api/ops/scenes/{id}/retry", 409, code, Submit, await IdAsync(state));
            }
        }

        await walk.ProbeAsync("POST /api/ops/scenes/{id}/retry", 409, "step_unfit", Submit, await IdAsync("Generating"));
        await walk.ProbeAsync(
            "POST /api/ops/scenes/{id}/retry", 409, "nothing_paid", new { from = "store", reason = "a test" }, await IdAsync("Failed"));
        var key = ("Idempotency-Key:", "asked-again");
        var failed = await IdAsync("Failed");
        await walk.CallAsync("POST /api/scenes/{id}/retry", 202, null, failed, key);
        await walk.CallAsync("POST /api/scenes/{id}/retry", 202, null, failed, key);
        await walk.ProbeAsync("POST /api/scenes/{id}/retry", 422, "idempotency_key_reused", new { theme = "enchanted-forest" }, failed, key);
        await walk.CallAsync("POST /api/ops/scenes/{id}/retry", 202, Submit, await IdAsync("Failed"), ("Idempotency-Key:", "retry"));
    }

    private async Task CancelAndDeleteAsync()
    {
        await walk.ProbeAsync("DELETE /api/scenes/{id}", 409, "rolling_back", null, await IdAsync("RollingBack"));
        await walk.ProbeAsync("DELETE /api/scenes/{id}", 409, "scene_ended", null, await IdAsync("Ready"), ("?", "?whileRunning=true"));
        await MisreadAsync("DELETE /api/scenes/{id}", "whileRunning", "neither true nor false");
        await MisreadAsync("GET /api/ops/parked", "after", "not a whole number");
    }

    private async Task MisreadAsync(string operation, string parameter, string said)
    {
        var problem = await walk.CallAsync(operation, 400, null, ("?", $"?{parameter}=perhaps"));
        if (!$"{problem?["errors"]?[parameter]}".Contains(said, StringComparison.Ordinal))
        {
            walk.Fault($"{operation} does not say that {parameter} is {said}: {problem}");
        }
    }

    private async Task OrderAsync()
    {
        await walk.ProbeAsync("POST /api/ops/scenes/{id}/cancel", 409, "rolling_back", Reason, await IdAsync("RollingBack"));
        await walk.ProbeAsync("POST /api/ops/scenes/{id}/cancel", 409, "scene_ended", Reason, await IdAsync("Ready"));
        await walk.CallAsync("POST /api/ops/scenes/{id}/cancel", 202, Reason, await IdAsync("AwaitingTheme"));
        await walk.CallAsync("POST /api/ops/scenes/{id}/cancel", 200, Reason, await IdAsync("Canceled"));
        await walk.ProbeAsync("POST /api/ops/scenes/{id}/rollback", 409, "avatar_kept", Reason, await IdAsync("Ready"));
        var (needed, other) = (A.SceneIn("Failed"), A.SceneIn("Ready"));
        other.AvatarId = needed.AvatarId;
        await service.AddAsync(needed, other, new SceneAvatar { AvatarId = needed.AvatarId, Standing = AvatarStanding.Kept });
        await walk.ProbeAsync("POST /api/ops/scenes/{id}/rollback", 409, "avatar_needed", Reason, ("id", $"{needed.CorrelationId}"));
        await walk.CallAsync("POST /api/ops/scenes/{id}/rollback", 202, Reason, await IdAsync("AwaitingTheme"));
        await walk.CallAsync("POST /api/ops/scenes/{id}/rollback", 200, Reason, await IdAsync("RolledBack"));
        var done = new { outcome = "rolledBack", reason = "a test" };
        await walk.ProbeAsync("POST /api/ops/scenes/{id}/rollback/done", 409, "not_rolling_back", done, await IdAsync("Ready"));
        await walk.CallAsync("POST /api/ops/scenes/{id}/rollback/done", 202, done, await IdAsync("RollingBack"));
        await walk.CallAsync("POST /api/ops/scenes/{id}/rollback/done", 200, done, await IdAsync("RolledBack"));
        await walk.CallAsync("POST /api/ops/scenes/{id}/retry", 202, Submit, await IdAsync("Submitting"));
        var twice = (await IdAsync("Failed"), ("Idempotency-Key:", "retry-twice"));
        await walk.CallAsync("POST /api/ops/scenes/{id}/retry", 202, Submit, twice.Item1, twice.Item2);
        await walk.CallAsync("POST /api/ops/scenes/{id}/retry", 200, Submit, twice.Item1, twice.Item2);
    }

    /// <summary>Between the look at the scene and what follows from it.</summary>
    private async Task OvertakeAsync()
    {
        var done = new { outcome = "rolledBack", reason = "a test" };
        var (avatar, saga) = (("avatars", 1), ("scenes", 2));
        foreach (var (operation, own, other, read, body) in new (string, string, string, (string, int), object?)[]
        {
            ("POST /api/scenes/{id}/retry", "Failed", "Generating", avatar, null),
            ("DELETE /api/scenes/{id}", "Failed", "Generating", saga, null),
            ("POST /api/ops/scenes/{id}/retry", "Failed", "Generating", avatar, Submit),
            ("POST /api/ops/scenes/{id}/cancel", "Generating", "Canceled", avatar, Reason),
            ("POST /api/ops/scenes/{id}/rollback", "Generating", "Canceled", avatar, Reason),
            ("POST /api/ops/scenes/{id}/rollback/done", "RollingBack", "Canceled", avatar, done),
        })
        {
            var scene = await AddAsync(own);
            service.Database.Overtaking =
                new Overtaking(state => service.MoveAsync(scene.CorrelationId, state), own, other, read);
            await walk.ProbeAsync(operation, 409, "scene_changed", body, ("id", $"{scene.CorrelationId}"));
        }

        service.Database.Overtaking = null;
    }

    private async Task AnswerRollbacksAsync()
    {
        var scene = await AddAsync("RollingBack");
        await walk.CallAsync(
            "POST /api/avatars/{avatarId}/rollback", 202,
            new { sceneId = scene.CorrelationId, outcome = "rolledBack" }, ("avatarId", $"{scene.AvatarId}"));
    }

    private async Task ComeAfterTheEndAsync()
    {
        var erased = A.SceneIn("Canceled");
        erased.ErasedAt = DateTimeOffset.UtcNow;
        await service.AddAsync(erased);
        var id = ("id", $"{erased.CorrelationId}");
        foreach (var (name, operation) in walk.Document.Operations.Where(one => one.Value["responses"]!["410"] is not null && one.Key.Contains("{id}", StringComparison.Ordinal)))
        {
            await walk.ProbeAsync(name, 410, "scene_deleted", operation.ContainsKey("requestBody") ? Requests.BodyOf(walk.Document, name) : null, id);
        }
    }

    private async Task WorkTwiceAsync()
    {
        foreach (var (name, work) in new[] { ("sweep", "sweep-work"), ("reconciliation", "reconciliation-work") })
        {
            await service.HoldAsync(work);
            await walk.ProbeAsync($"POST /api/ops/{name}", 409, "work_under_way", Reason);
        }
    }

    /// <summary>Until the theme is chosen.</summary>
    private async Task WaitAsync()
    {
        var id = await IdAsync("AwaitingTheme");
        var seats = service.Services.GetRequiredService<WatcherSeats>();
        var before = seats.Taken;
        var waiting = walk.CallAsync(
            "GET /api/scenes/{id}", 200, null, id, ("If-None-Match:", "W/\"0-en\""), ("Prefer:", "wait=60"));
        await Patience.UntilAsync(() => Task.FromResult(seats.Taken > before));
        await walk.CallAsync("PUT /api/scenes/{id}/theme", 200, new { theme = "neon-city" }, id);
        await waiting;
    }

    private async Task PostAgainAsync()
    {
        var scene = await AddAsync("Canceled");
        var callback = A.CallbackOf(scene.CorrelationId);
        await service.AddAsync(callback);
        await walk.CallAsync("POST /api/ops/callbacks/{id}/replay", 200, Reason, ("id", $"msg_{callback.Id:N}"));
        var key = ("Idempotency-Key:", "deleted-since");
        var order = Requests.BodyOf(walk.Document, "POST /api/scenes");
        var made = await walk.CallAsync("POST /api/scenes", 202, order, key);
        await service.EraseAsync(made!["id"]!.GetValue<Guid>());
        await walk.ProbeAsync("POST /api/scenes", 410, "scene_deleted", Requests.BodyOf(walk.Document, "POST /api/scenes"), key);
    }

    private async Task<(string, string)> IdAsync(string state) => ("id", $"{(await AddAsync(state)).CorrelationId}");

    private async Task<SceneState> AddAsync(string state)
    {
        var scene = A.SceneIn(state);
        await service.AddAsync(scene);
        return scene;
    }
}
