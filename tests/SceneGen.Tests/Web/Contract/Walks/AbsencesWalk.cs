using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using SceneGen.Tests.Builders;
using SceneGen.Tests.Simulator.Infrastructure;
using SceneGen.Tests.Web.Contract.Services;
using SceneGen.Web.Quotas;
using SceneGen.Web.Scenes.Live;

namespace SceneGen.Tests.Web.Contract.Walks;

/// <summary>What the service works with is away, silent or full, one after the other; and then it ends.</summary>
internal sealed class AbsencesWalk(ApiWalk walk, BrokenService service)
{
    private static readonly string[] OneLetter = ["scenes_error:17"];
    private static readonly object Reason = new { reason = "a test" };

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async Task GoAsync()
    {
        var scene = A.SceneIn("Generating");
        var callback = A.CallbackOf(scene.CorrelationId);
        await service.AddAsync(scene, callback);
        await WithoutBrokerAsync();
        await WithoutProviderAsync();
        await walk.CallAsync("GET /health/ready", 503);
        await walk.CallAsync("HEAD /health/ready", 503);
        await WithoutSeatAsync(scene.CorrelationId);
        await OvertakenAsync($"msg_{callback.Id:N}");
        await WithoutDatabaseAsync();
        await InSilenceAsync();
        await AtTheEndAsync();
    }

    private async Task WithoutBrokerAsync()
    {
        await walk.ProbeAsync("GET /api/ops/dead-letters", 503, "broker_unavailable");
        await walk.ProbeAsync("POST /api/ops/dead-letters/replay", 503, "broker_unavailable", new { filter = new { }, reason = "a test" });
        await walk.ProbeAsync(
            "POST /api/ops/dead-letters/discard", 503, "broker_unavailable", new { ids = OneLetter, reason = "a test" });
    }

    private Task WithoutProviderAsync()
        => walk.ProbeAsync(
            "POST /webhooks/replicate/{token}", 503, "secret_unavailable", new { id = "p" },
            ("webhook-id:", "msg_1"), ("webhook-timestamp:", $"{DateTimeOffset.UtcNow.ToUnixTimeSeconds()}"), ("webhook-signature:", "v1,AAAA"));

    private async Task WithoutSeatAsync(Guid scene)
    {
        var session = ApiWalk.Shows(await TokenAsync("session-1"));
        var id = ("id", $"{scene}");
        using var first = await WatchAsync(scene, session.Value);
        await walk.ProbeAsync("GET /api/scenes/{id}/events", 429, "session_watchers_full", null, id, session);
        using var second = await WatchAsync(scene, $"Bearer {BrokenService.Key}");
        await walk.ProbeAsync("GET /api/scenes/{id}/events", 429, "key_watchers_full", null, id);
        await walk.ProbeAsync("GET /api/scenes/{id}/events", 503, "watchers_full", null, id, ApiWalk.Shows(await TokenAsync("session-2")));
        await walk.CallAsync("GET /api/scenes/{id}", 304, null, id, ("If-None-Match:", "*"), ("Prefer:", "wait=60"));
    }

    private async Task<string> TokenAsync(string sessionId)
        => (await walk.CallAsync("POST /api/sessions", 201, new { sessionId }))!["token"]!.GetValue<string>();

    private Task<HttpResponseMessage> WatchAsync(Guid scene, string authorization)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, $"/api/scenes/{scene}/events");
        request.Headers.TryAddWithoutValidation("Authorization", authorization);
        return service.Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, Stop);
    }

    private async Task OvertakenAsync(string callback)
    {
        service.Database.IsOvertaken = true;
        await walk.ProbeAsync("POST /api/ops/callbacks/{id}/replay", 409, "work_under_way", Reason, ("id", callback));
        await walk.ProbeAsync(
            "POST /api/ops/callbacks/replay", 409, "work_under_way", new { filter = new { state = "failed" }, reason = "a test" });
        service.Database.IsOvertaken = false;
    }

    /// <summary>
    /// What has to read says so; so does all that is counted, when there is nothing left to count by; and nobody knows a key
    /// any more when it was away for long.
    /// </summary>
    private async Task WithoutDatabaseAsync()
    {
        var seats = service.Services.GetRequiredService<WatcherSeats>();
        await Patience.UntilAsync(() => Task.FromResult(seats.Taken == 0));

        // Of a minute that has just begun, enough requests for all of these are set aside before.
        service.Time.Leap(RequestMinutes.Rest(service.Time.GetUtcNow()));
        await walk.CallAsync("GET /api/scenes", 200);
        service.Database.IsAway = true;
        foreach (var name in walk.Document.Operations.Keys)
        {
            await walk.CallAsync(name, null, Requests.BodyOf(walk.Document, name), Requests.QueryOf(name));
        }

        service.Time.Leap(TimeSpan.FromMinutes(1));
        foreach (var (name, _) in walk.Document.Operations.Where(one => one.Value["responses"]!["429"] is not null))
        {
            await walk.ProbeAsync(name, 503, "database_unavailable");
        }

        service.Time.Leap(TimeSpan.FromMinutes(5));
        foreach (var name in NamesWith("database_unavailable").Where(name => !name.Contains("/webhooks/", StringComparison.Ordinal)))
        {
            await walk.ProbeAsync(name, 503, "database_unavailable", null, ApiWalk.Shows("sg_nobody"));
        }

        service.Database.IsAway = false;
    }

    private async Task InSilenceAsync()
    {
        service.Database.BeSilent();
        await service.HurryAsync(() => Task.WhenAll(NamesWith("request_timeout").Where(IsOfApi).Select(name =>
            walk.ProbeAsync(name, 503, "request_timeout", Requests.BodyOf(walk.Document, name), Requests.QueryOf(name)))));
        service.Database.Answer();
    }

    /// <summary>The others have to be asked for what is there, or with a signature.</summary>
    private static bool IsOfApi(string name) => name.Contains(" /api/", StringComparison.Ordinal);

    private IEnumerable<string> NamesWith(string code)
        => walk.Document.Operations
            .Where(one => one.Value["responses"]!["503"]?["content"]?["application/problem+json"]?["examples"]?[code] is not null)
            .Select(one => one.Key);

    /// <summary>What is at work when the service is told to end is told so.</summary>
    private async Task AtTheEndAsync()
    {
        service.Database.BeSilent();
        var asked = NamesWith("service_stopping").Select(name =>
            walk.ProbeAsync(name, 503, "service_stopping", Requests.BodyOf(walk.Document, name), Requests.QueryOf(name))).ToList();
        await Patience.UntilAsync(() => Task.FromResult(service.Database.Waiting >= asked.Count));
        service.Services.GetRequiredService<IHostApplicationLifetime>().StopApplication();

        // What they have begun they may still bring to an end.
        service.Database.Answer();
        await Task.WhenAll(asked);
    }
}
