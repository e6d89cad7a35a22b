using SceneGen.Persistence.Outbox.Telemetry;

namespace SceneGen.Observability.Telemetry;

/// <summary>
/// Every name by which the service is watched. Alerts, dashboards and other programs are written against them: a name, once
/// released, stays.
/// </summary>
internal static class TelemetryNames
{
    public const string Source = OutboxTelemetry.Name;
    public const string Meter = OutboxTelemetry.Name;

    // Spans.
    public const string PurchaseSpan = "provider purchase";
    public const string FetchSpan = "picture fetch";
    public const string VipsSpan = "vips";
    public const string StoreSpan = "picture store";
    public const string DeliverySpan = OutboxTelemetry.DeliverySpan;

    // What a span says.
    public const string SceneId = "scene.id";
    public const string SceneState = "scene.state";
    public const string SceneAttempt = "scene.attempt";
    public const string SceneModel = "scene.model";
    public const string SceneCode = "scene.code";
    public const string ErrorType = "error.type";
    public const string ServerAddress = "server.address";
    public const string HttpMethod = "http.request.method";
    public const string HttpRoute = "http.route";
    public const string HttpStatus = "http.response.status_code";

    // Instruments: of scenes.
    public const string Scenes = "scenegen.scenes";
    public const string ScenesAccepted = "scenegen.scenes.accepted";
    public const string ScenesEnded = "scenegen.scenes.ended";
    public const string ScenesFailed = "scenegen.scenes.failed";
    public const string StateDuration = "scenegen.scene.state.duration";
    public const string SceneDuration = "scenegen.scene.duration";
    public const string SceneOverhead = "scenegen.scene.overhead";
    public const string SceneOldestAge = "scenegen.scene.oldest_age";

    // Instruments: of those who watch scenes.
    public const string Watchers = "scenegen.watchers";
    public const string WatchEvents = "scenegen.watch.events";
    public const string WatchDelay = "scenegen.watch.delay";

    // Instruments: of the provider.
    public const string ProviderCalls = "scenegen.provider.calls";
    public const string ProviderCallDuration = "scenegen.provider.call.duration";
    public const string ProviderCallsInFlight = "scenegen.provider.calls_in_flight";
    public const string ProviderPolls = "scenegen.provider.polls";
    public const string ProviderRetries = "scenegen.provider.retries";
    public const string ProviderGateClosed = "scenegen.provider.gate_closed";
    public const string ProviderBudget = "scenegen.provider.budget_calls_per_minute";
    public const string ProviderCost = "scenegen.provider.cost_dollars";
    public const string WebhooksReceived = "scenegen.webhooks.received";

    // Instruments: of messages.
    public const string OutboxMessages = "scenegen.outbox.messages";
    public const string OutboxOldestAge = "scenegen.outbox.oldest_age";
    public const string OutboxDelivered = OutboxTelemetry.Delivered;
    public const string Timers = "scenegen.timers";
    public const string TimerLag = "scenegen.timer_lag";
    public const string DeadLetters = "scenegen.dead_letters";
    public const string ParkedMessages = "scenegen.parked_messages";

    // Instruments: of rollbacks.
    public const string RollbacksOpen = "scenegen.rollbacks.open";
    public const string RollbackOldestAge = "scenegen.rollback.oldest_age";
    public const string RollbackCases = "scenegen.rollback.cases";
    public const string RollbackRequests = "scenegen.rollback.requests";
    public const string RollbacksEnded = "scenegen.rollbacks.ended";

    // Instruments: of callbacks.
    public const string CallbacksPosted = "scenegen.callbacks.posted";
    public const string CallbacksWaiting = "scenegen.callbacks.waiting";

    // Instruments: of quotas.
    public const string QuotaRefusals = "scenegen.quota.refusals";

    // Instruments: of pictures.
    public const string OutputsExpiring = "scenegen.outputs.expiring";
    public const string StorageBytes = "scenegen.storage";
    public const string StorageFiles = "scenegen.storage.files";
    public const string StorageWritten = "scenegen.storage.written";
    public const string StorageErrors = "scenegen.storage.errors";
    public const string PictureProcessing = "scenegen.pictures.processing.duration";

    public const string BuildInfo = "scenegen.build_info";

    // Labels.
    public const string State = "state";
    public const string Outcome = "outcome";
    public const string Fault = "fault";
    public const string Code = "code";
    public const string Operation = "operation";
    public const string Status = "status";
    public const string Result = "result";
    public const string Gate = "gate";
    public const string Kind = "kind";
    public const string Reason = "reason";
    public const string Model = "model";
    public const string Theme = "theme";
    public const string Queue = "queue";
    public const string Version = "version";
    public const string Route = "route";
    public const string Method = "method";
    public const string Quota = "quota";

    /// <summary>The label's value where there is nothing to say.</summary>
    public const string None = "none";
}
