using System.Text.Json.Nodes;
using SceneGen.Tests.Simulator.Infrastructure;

namespace SceneGen.Tests.Web.Contract.Walks;

/// <summary>What users and their applications do, and what can be wrong with it.</summary>
internal sealed class UsersWalk(ApiWalk walk)
{
    private readonly string _avatar = $"{walk.Address}/simulator/samples/fox.png";

    /// <summary>Gives a scene that is ready.</summary>
    public async Task<string> GoAsync()
    {
        var ready = await GoThroughAsync();
        await WatchAsync(ready);
        await RepeatAsync();
        await ChangeSessionsAsync();
        await GoOtherWaysAsync();
        await LookAtThemesAsync();
        return ready;
    }

    /// <summary>From the avatar to the picture.</summary>
    private async Task<string> GoThroughAsync()
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
        await walk.CallAsync("GET /assets/{sha256}.{ext}", 304, null, [.. name, ("If-None-Match:", $"\"{file[0]}\"")]);
        await walk.CallAsync("HEAD /assets/{sha256}.{ext}", 304, null, [.. name, ("If-None-Match:", $"\"{file[0]}\"")]);
        await walk.CallAsync("GET /assets/{sha256}.{ext}", 404);
        await walk.CallAsync("HEAD /assets/{sha256}.{ext}", 404);
        await walk.CallAsync("GET /api/scenes", 200, null, ("?", "?sessionId=walk&status=ready&limit=1"));
        await walk.CallAsync("GET /api/scenes", 400, null, ("?", "?status=nonsense"));
        await walk.CallAsync("GET /api/scenes/{id}/timeline", 200, null, ("id", sceneId));
        await walk.CallAsync("GET /api/scenes/{id}/timeline", 400, null, ("id", sceneId), ("?", "?limit=0"));
        await walk.CallAsync("POST /api/scenes/{id}/retry", 409, null, ("id", sceneId));
        return sceneId;
    }

    /// <summary>By those who know it already, and by those who wait.</summary>
    private async Task WatchAsync(string ready)
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
    private async Task RepeatAsync()
    {
        var (order, other) = (new { avatarUrl = _avatar, theme = "neon-city" }, new { avatarUrl = _avatar, theme = "enchanted-forest" });
        var key = ("Idempotency-Key:", "walk");
        var first = await walk.CallAsync("POST /api/scenes", 202, order, key);
        var again = await walk.CallAsync("POST /api/scenes", 202, order, key);
        Assert.Equal($"{first!["id"]}", $"{again!["id"]}");
        await walk.CallAsync("POST /api/scenes", 422, other, key);
        await walk.CallAsync("POST /api/scenes", 200, order, key, ("Prefer:", "wait=60"));
        await walk.CallAsync("POST /api/scenes", 400, order, ("Idempotency-Key:", new string('k', 256)));

        var batch = new { scenes = new object[] { order, new { theme = "nonsense" }, 7 } };
        var items = (await walk.CallAsync("POST /api/scenes/batch", 200, batch, key))!["items"]!.AsArray();
        Assert.Equal([202, 400, 400], items.Select(item => item!["status"]!.GetValue<int>()));
        await walk.CallAsync("POST /api/scenes/batch", 200, batch, key);
        await walk.CallAsync("POST /api/scenes/batch", 422, new { scenes = new[] { other } }, key);
        await walk.CallAsync("POST /api/scenes/batch", 400, new { scenes = Array.Empty<object>() });
    }

    private async Task ChangeSessionsAsync()
    {
        await ActForOneSessionAsync();
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
        var other = await walk.CallAsync("POST /api/sessions", 201, new { sessionId = "walk-other" });
        await walk.ProbeAsync("DELETE /api/sessions", 403, "session_foreign", null, ApiWalk.Shows($"{other!["token"]}"), ("?", "?sessionId=walk"));
    }

    private async Task ActForOneSessionAsync()
    {
        var avatar = await walk.CallAsync("POST /api/scenes", 202, new { avatarUrl = _avatar, theme = "neon-city", sessionId = "another" });
        var given = await walk.CallAsync("POST /api/sessions", 201, new { sessionId = "walk-own" });
        var token = ApiWalk.Shows($"{given!["token"]}");
        var (avatarUrl, theme) = (_avatar, "neon-city");
        await walk.ProbeAsync("POST /api/scenes", 403, "session_foreign", new { avatarUrl, theme, sessionId = "another" }, token);
        await walk.ProbeAsync("POST /api/scenes", 404, "avatar_unknown", new { avatarUrl, theme, avatarId = $"{avatar!["avatarId"]}" }, token);
        await walk.ProbeAsync("POST /api/scenes", 404, "scene_unknown", new { avatarUrl, theme, sceneId = $"{avatar["id"]}" }, token);
    }

    /// <summary>Without a theme at first, canceled, asked for again, and deleted.</summary>
    private async Task GoOtherWaysAsync()
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
        await walk.ProbeAsync("PUT /api/scenes/{id}/theme", 404, "scene_unknown", new { theme = "neon-city" });
        foreach (var gone in new[] { "GET /api/scenes/{id}", "DELETE /api/scenes/{id}", "GET /api/scenes/{id}/timeline", "POST /api/scenes/{id}/retry" })
        {
            await walk.CallAsync(gone, 410, null, id);
            await walk.CallAsync(gone, 404);
        }
    }

    private async Task LookAtThemesAsync()
    {
        await walk.CallAsync(
            "POST /api/avatars/{avatarId}/rollback", 404, new { sceneId = Guid.NewGuid(), outcome = "refused" });
        await walk.CallAsync("POST /api/avatars/{avatarId}/rollback", 400, new { });
        await walk.CallAsync("GET /api/themes", 200);
        await walk.CallAsync("GET /api/themes/{id}", 200);
        await walk.CallAsync("GET /api/themes/{id}", 404, null, ("id", "nonsense"));
        await walk.CallAsync("GET /api/themes/{id}/picture", 200);
        await walk.CallAsync("HEAD /api/themes/{id}/picture", 200);
        foreach (var picture in new[] { "GET /api/themes/{id}/picture", "HEAD /api/themes/{id}/picture" })
        {
            await walk.CallAsync(picture, 304, null, ("If-None-Match:", "*"));
            await walk.CallAsync(picture, 404, null, ("id", "nonsense"));
        }

        await walk.ProbeAsync("POST /api/themes/{id}/preview", 404, "theme_unknown", new { seed = 3 }, ("id", "nonsense"));
        await walk.CallAsync("POST /api/themes/{id}/preview", 200, new { avatar = new { kind = "robot" }, seed = 3 });
        await walk.CallAsync("POST /api/themes/{id}/preview", 400, new { seed = -1 });
        await NameAllAsync("POST /api/themes/{id}/preview", new { seed = "x", label = "nonsense" }, "seed", "label");
        await NameAllAsync("POST /api/scenes/{id}/retry", new { theme = 7 }, "theme", "Idempotency-Key", ("Idempotency-Key:", "two words"));
        await walk.CallAsync("POST /webhooks/replicate/{token}", 401, new { id = "p" });
        await walk.CallAsync("POST /webhooks/replicate/{token}", 204, Signed.Webhook(Signed.Prediction, out var headers), headers);
        await walk.ProbeAsync("POST /webhooks/replicate/{token}", 400, "invalid_json", Signed.Webhook("[]", out headers), headers);
    }

    /// <summary>What cannot be read, and what breaks a rule.</summary>
    private async Task NameAllAsync(
        string operation, object body, string misread, string wrong, params (string Name, string Value)[] headers)
    {
        var errors = (await walk.CallAsync(operation, 400, body, headers))?["errors"];
        if (errors?[misread] is null || errors[wrong] is null)
        {
            walk.Fault($"{operation} does not name both {misread} and {wrong}: {errors}");
        }
    }
}
