namespace SceneGen.Web.Http.Words;

/// <summary>The codes of the errors that the HTTP API answers.</summary>
internal static class ProblemCodes
{
    public const string InvalidRequest = "invalid_request";

    public const string InvalidJson = "invalid_json";

    public const string NotJson = "not_json";

    public const string BodyTooLarge = "body_too_large";

    public const string NotFound = "not_found";

    public const string MethodNotAllowed = "method_not_allowed";

    public const string HttpError = "http_error";

    public const string InternalError = "internal_error";

    public const string DatabaseUnavailable = "database_unavailable";

    public const string HostUnknown = "host_unknown";

    public const string KeyRequired = "key_required";

    public const string KeyUnknown = "key_unknown";

    public const string ScopeMissing = "scope_missing";

    public const string SessionOver = "session_over";

    public const string SessionForeign = "session_foreign";

    public const string NotForSessions = "not_for_sessions";

    public const string TokenRequired = "token_required";

    public const string RequestTooSlow = "request_too_slow";

    public const string RequestTimeout = "request_timeout";

    public const string OriginRefused = "origin_refused";

    public const string SceneUnknown = "scene_unknown";

    public const string AvatarUnknown = "avatar_unknown";

    public const string SceneExists = "scene_exists";

    public const string SceneDeleted = "scene_deleted";

    public const string ThemeChosen = "theme_chosen";

    public const string RollingBack = "rolling_back";

    public const string SceneRunning = "scene_running";

    public const string SceneReady = "scene_ready";

    public const string SceneEnded = "scene_ended";

    public const string SceneChanged = "scene_changed";

    public const string AvatarGone = "avatar_gone";

    public const string AvatarNeeded = "avatar_needed";

    public const string AvatarKept = "avatar_kept";

    public const string NotRollingBack = "not_rolling_back";

    public const string StepUnfit = "step_unfit";

    public const string NothingPaid = "nothing_paid";

    public const string WorkUnderWay = "work_under_way";

    public const string ThemeUnknown = "theme_unknown";

    public const string AssetNotFound = "asset_not_found";

    public const string AssetDamaged = "asset_damaged";

    public const string StorageUnavailable = "storage_unavailable";

    public const string LinkNotSigned = "link_not_signed";

    public const string LinkExpired = "link_expired";

    public const string WebhookRefused = "webhook_refused";

    public const string SecretUnavailable = "secret_unavailable";

    public const string BrokerUnavailable = "broker_unavailable";

    public const string ServiceStopping = "service_stopping";

    public const string WatchersFull = "watchers_full";

    public const string SessionWatchersFull = "session_watchers_full";

    public const string KeyWatchersFull = "key_watchers_full";

    public const string GateUnknown = "gate_unknown";

    public const string KeyReused = "idempotency_key_reused";

    public const string QuotaRequests = "quota_requests";

    public const string QuotaRunningScenes = "quota_running_scenes";

    public const string QuotaCost = "quota_cost";

    public const string CallbackUnknown = "callback_unknown";

    private static readonly HashSet<string> OfTheMoment = new(StringComparer.Ordinal)
    {
        DatabaseUnavailable, RequestTooSlow, RequestTimeout, RollingBack, SceneChanged, WorkUnderWay, AssetDamaged,
        StorageUnavailable, SecretUnavailable, BrokerUnavailable, ServiceStopping, WatchersFull, SessionWatchersFull,
        KeyWatchersFull, QuotaRequests, QuotaRunningScenes, QuotaCost,
    };

    /// <summary>Whether the same request may go well later.</summary>
    public static bool IsRetryable(string code) => OfTheMoment.Contains(code);
}
