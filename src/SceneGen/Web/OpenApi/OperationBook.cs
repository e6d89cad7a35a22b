using Microsoft.Net.Http.Headers;
using SceneGen.Web.Http;
using SceneGen.Web.Http.Words;
using SceneGen.Web.OpenApi.Answers;

namespace SceneGen.Web.OpenApi;

/// <summary>The routes of which there is more to say than their code does.</summary>
internal static class OperationBook
{
    private const string Svg = "image/svg+xml";

    private static readonly ProblemFact NoScene = new(404, ProblemCodes.SceneUnknown);
    private static readonly ProblemFact NoTheme = new(404, ProblemCodes.ThemeUnknown);
    private static readonly ProblemFact Deleted = new(410, ProblemCodes.SceneDeleted);
    private static readonly ProblemFact NoPlace = new(404, ProblemCodes.NotFound);
    private static readonly ProblemFact NoGate = new(404, ProblemCodes.GateUnknown);
    private static readonly ProblemFact Busy = new(409, ProblemCodes.WorkUnderWay);
    private static readonly ProblemFact Strange = new(403, ProblemCodes.SessionForeign);
    private static readonly ProblemFact Reused = new(422, ProblemCodes.KeyReused);
    private static readonly ProblemFact Overdrawn = new(429, ProblemCodes.QuotaRunningScenes, ProblemCodes.QuotaCost);
    private static readonly ProblemFact Stops = new(503, ProblemCodes.ServiceStopping);
    private static readonly ProblemFact NoBroker = new(503, ProblemCodes.BrokerUnavailable);

    private static readonly HeaderFact Accepted = new(202, HeaderNames.Location, HeaderNames.RetryAfter);
    private static readonly HeaderFact[] Tagged = [new(200, HeaderNames.ETag), new(304, HeaderNames.ETag)];

    private static readonly Dictionary<string, OperationFacts> Facts =
        OfScenes().Concat(OfOthers()).Concat(OfOperators()).Concat(OfProbes()).ToDictionary(facts => facts.Route, StringComparer.Ordinal);

    public static IEnumerable<string> Routes => Facts.Keys;

    public static OperationFacts Find(string route) => Facts.GetValueOrDefault(route, new OperationFacts(route));

    private static OperationFacts[] OfScenes() =>
    [
        new("POST /api/scenes")
        {
            Headers = [HeaderParameters.IdempotencyKey, HeaderParameters.Prefer],
            Problems = [new(404, ProblemCodes.SceneUnknown, ProblemCodes.AvatarUnknown), new(409, ProblemCodes.SceneExists), Strange, Reused, Deleted, Overdrawn],
            Answers = [new(200, HeaderNames.Location, AnswerHeaders.Applied), Accepted, Replayed(200), Replayed(202)],
        },
        new("POST /api/scenes/batch")
        {
            Headers = [HeaderParameters.IdempotencyKey], Problems = [Reused], Answers = [Replayed(200)],
        },
        new("GET /api/scenes/{id}")
        {
            Headers = [HeaderParameters.IfNoneMatch, HeaderParameters.Prefer], Problems = [NoScene, Deleted], MayTakeLong = true,
            Answers = [new(200, HeaderNames.ETag, AnswerHeaders.Applied), new(304, HeaderNames.ETag, AnswerHeaders.Applied, HeaderNames.RetryAfter)],
        },
        new("GET /api/scenes") { Problems = [Strange] },
        new("PUT /api/scenes/{id}/theme") { Problems = [NoScene, Deleted, Overdrawn, new(409, ProblemCodes.ThemeChosen)] },
        new("DELETE /api/scenes/{id}")
        {
            Problems = [NoScene, Deleted, new(409, ProblemCodes.RollingBack, ProblemCodes.SceneEnded, ProblemCodes.SceneChanged)],
            Answers = [new(202, HeaderNames.Location)],
        },
        new("POST /api/scenes/{id}/retry")
        {
            Headers = [HeaderParameters.IdempotencyKey],
            Problems =
            [
                NoScene, Deleted, Reused, Overdrawn,
                new(409, ProblemCodes.SceneReady, ProblemCodes.SceneRunning, ProblemCodes.RollingBack, ProblemCodes.AvatarGone, ProblemCodes.SceneChanged),
            ],
            Answers = [Accepted, Replayed(202)],
        },
        new("GET /api/scenes/{id}/timeline") { Problems = [NoScene, Deleted] },
        new("GET /api/scenes/{id}/events")
        {
            Headers = [HeaderParameters.LastEventId], MediaType = "text/event-stream", MayTakeLong = true, IsLenient = true,
            Problems = [NoScene, Deleted, new(429, ProblemCodes.SessionWatchersFull, ProblemCodes.KeyWatchersFull), new(503, ProblemCodes.WatchersFull)],
        },
    ];

    private static OperationFacts[] OfOthers() =>
    [
        new("POST /api/avatars") { Problems = [Overdrawn], Answers = [new(202, HeaderNames.Location)] },
        new("POST /api/avatars/{avatarId}/rollback") { Problems = [NoScene], Answers = [new(202, HeaderNames.Location)] },
        new("POST /api/sessions/enter") { Problems = [new(403, ProblemCodes.TokenRequired)], IsByHeart = true },
        new("GET /api/sessions/current") { IsByHeart = true },
        new("POST /ops/enter") { IsByHeart = true },
        new("POST /ops/leave") { IsByHeart = true },
        new("DELETE /api/sessions/{id}") { Problems = [Strange, NoPlace] },
        new("DELETE /api/sessions") { Problems = [Strange] },
        new("GET /api/themes") { IsByHeart = true },
        new("GET /api/themes/{id}") { Problems = [NoTheme], IsByHeart = true },
        new("POST /api/themes/{id}/preview") { Problems = [NoTheme], IsByHeart = true },
        new("GET /api/themes/{id}/picture") { Problems = [NoPlace], IsByHeart = true, IsLenient = true, MediaType = "image/*", Also = 304, Headers = [HeaderParameters.IfNoneMatch], Answers = Tagged },
        new("HEAD /api/themes/{id}/picture") { Problems = [NoPlace], IsByHeart = true, IsLenient = true, MediaType = "image/*", Also = 304, Answers = Tagged },
        new("GET /assets/{sha256}.{ext}")
        {
            Summary = "Shows a stored picture", IsByHeart = true, MediaType = "image/*", Also = 304, Headers = [HeaderParameters.IfNoneMatch],
            Problems = Picture(), Answers = Tagged,
        },
        new("HEAD /assets/{sha256}.{ext}")
        {
            Summary = "Tells of a stored picture", IsByHeart = true, MediaType = "image/*", Also = 304, Problems = Picture(), Answers = Tagged,
        },
        new("POST /webhooks/replicate/{token}")
        {
            Summary = "Takes the provider's report of a prediction",
            Problems =
            [
                new(400, ProblemCodes.InvalidJson), new(401, ProblemCodes.WebhookRefused),
                new(408, ProblemCodes.RequestTooSlow), new(413, ProblemCodes.BodyTooLarge), new(503, ProblemCodes.SecretUnavailable),
            ],
        },
    ];

    private static OperationFacts[] OfOperators() =>
    [
        new("GET /api/ops/overview") { Summary = "Shows how everything stands" },
        new("GET /api/ops/rollbacks") { Summary = "Lists the rollbacks that nobody has answered" },
        new("GET /api/ops/themes") { Summary = "Tells what comes of each theme" },
        new("GET /api/ops/storage") { Summary = "Tells how the store of pictures stands" },
        new("GET /api/ops/reconciliation") { Summary = "Shows what the last reconciliation found", IsByHeart = true },
        new("GET /api/ops/graph") { Summary = "Gives the saga's states and moves", IsByHeart = true },
        new("GET /api/ops/graph.svg") { Summary = "Draws the saga", MediaType = Svg },
        new("GET /api/ops/scenes/{id}") { Problems = [NoScene] },
        new("GET /api/ops/scenes/{id}/graph.svg") { Summary = "Draws a scene's way through the saga", MediaType = Svg, Problems = [NoScene] },
        new("GET /api/ops/scenes/{id}/recipe") { Summary = "Shows what a scene's picture was asked by", Problems = [NoScene] },
        new("GET /api/ops/scenes/{id}/timeline") { Summary = "Tells all that happened to a scene", Problems = [NoScene] },
        new("GET /api/ops/provider") { Summary = "Shows the traffic with the provider" },
        new("GET /api/ops/gates") { Summary = "Lists the gates to the provider" },
        new("POST /api/ops/gates/{name}/open") { Summary = "Opens a gate", Problems = [NoGate] },
        new("POST /api/ops/gates/{name}/close") { Summary = "Closes a gate", Problems = [NoGate] },
        new("POST /api/ops/gates/{owner}/{model}/open") { Summary = "Opens a model's gate, its name with a slash", Problems = [NoGate] },
        new("POST /api/ops/gates/{owner}/{model}/close") { Summary = "Closes a model's gate, its name with a slash", Problems = [NoGate] },
        new("GET /api/ops/parked") { Summary = "Lists what the outbox has given up" },
        new("POST /api/ops/parked/replay") { Summary = "Delivers parked messages again" },
        new("GET /api/ops/dead-letters") { Summary = "Lists messages that were given up", Problems = [Stops, NoBroker], MayTakeLong = true },
        new("POST /api/ops/dead-letters/replay") { Summary = "Delivers dead letters again", Problems = [Stops, NoBroker], MayTakeLong = true },
        new("POST /api/ops/dead-letters/discard") { Summary = "Throws dead letters away", Problems = [Stops, NoBroker], MayTakeLong = true },
        new("POST /api/ops/sweep") { Headers = [HeaderParameters.IdempotencyKey], Problems = [Busy, Stops], MayTakeLong = true },
        new("POST /api/ops/reconciliation") { Headers = [HeaderParameters.IdempotencyKey], Problems = [Busy, Stops], MayTakeLong = true },
        ..OrdersToScenes(),
        new("POST /api/ops/callbacks/{id}/replay") { Problems = [new(404, ProblemCodes.CallbackUnknown), Busy] },
        new("POST /api/ops/callbacks/replay") { Problems = [Busy] },
    ];

    private static OperationFacts[] OfProbes() =>
    [
        new("GET /health/live") { Summary = "Says that the process answers", MediaType = "text/plain", IsByHeart = true },
        new("HEAD /health/live") { Summary = "Says that the process answers", MediaType = "text/plain", IsByHeart = true },
        new("GET /health/ready") { Summary = "Says whether all it works with answers, and what does not", IsByHeart = true },
        new("HEAD /health/ready") { Summary = "Says whether all it works with answers", IsByHeart = true },
        new("GET /metrics") { Summary = "Gives the figures, in the text format of Prometheus", MediaType = "text/plain", IsByHeart = true },
    ];

    private static OperationFacts[] OrdersToScenes() =>
    [
        OrderTo(
            "retry", ProblemCodes.SceneReady, ProblemCodes.RollingBack, ProblemCodes.AvatarGone, ProblemCodes.StepUnfit,
            ProblemCodes.NothingPaid),
        OrderTo("cancel", ProblemCodes.RollingBack, ProblemCodes.SceneEnded),
        OrderTo("rollback", ProblemCodes.AvatarKept, ProblemCodes.AvatarNeeded),
        OrderTo("rollback/done", ProblemCodes.NotRollingBack),
    ];

    /// <param name="order">The end of its route.</param>
    /// <param name="codes">The scene is not as the order needs it; or it was not any more when the order came to it.</param>
    private static OperationFacts OrderTo(string order, params string[] codes) => new($"POST /api/ops/scenes/{{id}}/{order}")
    {
        Headers = [HeaderParameters.IdempotencyKey],
        Problems = [NoScene, Deleted, new(409, [.. codes, ProblemCodes.SceneChanged])],
        Answers = [new(202, HeaderNames.Location)],
    };

    private static HeaderFact Replayed(int status) => new(status, IdempotencyKey.ReplayedHeader);

    private static ProblemFact[] Picture() =>
    [
        new(403, ProblemCodes.LinkNotSigned, ProblemCodes.LinkExpired), new(404, ProblemCodes.AssetNotFound),
        new(503, ProblemCodes.AssetDamaged, ProblemCodes.StorageUnavailable, ProblemCodes.RequestTimeout),
    ];
}
