using static SceneGen.Observability.Telemetry.MetricKind;
using static SceneGen.Observability.Telemetry.TelemetryNames;

namespace SceneGen.Observability.Telemetry;

/// <summary>The service's own metrics.</summary>
internal static class OwnMetrics
{
    private const string Seconds = "s";
    private const string Bytes = "By";

    public static readonly IReadOnlyList<Metric> All =
    [
        Of(TelemetryNames.Scenes, Gauge, "Scenes that something is still to come of, from the database.", State),
        Of(ScenesAccepted, Counter, "Scenes accepted by this instance."),
        Of(ScenesEnded, Counter, "Scenes ended by this instance.", Outcome, Fault, Code),
        Of(ScenesFailed, Counter, "Scenes that failed, when it was decided; those whose avatar is being rolled back end later.", Fault, Code),
        Times(StateDuration, "How long scenes were in a state that they left.", Metric.Long, State),
        Times(SceneDuration, "How long scenes took from acceptance to their end.", Metric.Long, Outcome),
        Times(SceneOverhead, "Acceptance to ready of scenes that went straight through, less what the provider painted and what fetching and encoding took.", Metric.Quick),
        Age(SceneOldestAge, "For how long the oldest scene of a state has not been updated, from the database.", State),

        Of(Watchers, Gauge, "Those who watch a scene at this instance: open event streams and waiting requests."),
        Of(WatchEvents, Counter, "Events sent to those who watch scenes."),
        Times(WatchDelay, "From hearing of a scene's change to waking those who watch it: one read of the database.", Metric.Quick),

        Of(ProviderCalls, Counter, "Calls of the provider's API by this instance; status is the HTTP code, timeout or unreachable.", Operation, Status),
        Times(ProviderCallDuration, "How long calls of the provider's API took.", Metric.Quick, Operation),
        Of(ProviderCallsInFlight, Gauge, "Calls of the provider's API that this instance is making."),
        Of(ProviderPolls, Counter, "Looks at predictions, by what they showed.", Result),
        Of(ProviderRetries, Counter, "Further attempts at a picture, by the code of the failure before.", Code),
        Of(ProviderGateClosed, Gauge, "Whether a gate to the provider is closed, and why, from the database.", Gate, Kind, Reason),
        Of(ProviderBudget, Gauge, "How many calls a minute this instance may make at present.", Kind),
        Of(ProviderCost, Counter, "What the provider has billed, in US dollars.", Model, Theme),
        Of(WebhooksReceived, Counter, "Webhooks of the provider, by what became of them.", Result),

        Of(OutboxMessages, Gauge, "Messages that have yet to be delivered or consumed, timers not counted, from the database."),
        Age(OutboxOldestAge, "For how long the oldest of these messages has waited, from the database."),
        Of(OutboxDelivered, Counter, "Messages of the outbox that have been delivered."),
        Of(Timers, Gauge, "Timers that wait, from the database."),
        Age(TimerLag, "For how long the oldest timer that is due has not been sent, from the database."),
        Of(DeadLetters, Gauge, "Messages in the broker's queues of failures (_error, _skipped), those that hold any; absent without a broker.", Queue),
        Of(ParkedMessages, Gauge, "Messages of the outbox that were given up, from the database."),

        Of(RollbacksOpen, Gauge, "Scenes whose avatar's rollback is not acknowledged, from the database."),
        Age(RollbackOldestAge, "For how long the oldest of these has waited since its first request, from the database."),
        Of(RollbackCases, Gauge, "Rollbacks that nobody acknowledges and an operator has to see to, from the database."),
        Of(RollbackRequests, Counter, "Requests to roll an avatar back, repeated ones too."),
        Of(RollbacksEnded, Counter, "Rollbacks that were acknowledged, by their outcome.", Outcome),

        Of(CallbacksPosted, Counter, "Posts to the addresses that callers gave: taken, missed or refused.", Outcome),
        Of(CallbacksWaiting, Gauge, "Callbacks that are still to be posted, or posted again, from the database."),

        Of(TelemetryNames.QuotaRefusals, Counter, "Requests and scenes of batches that this instance refused for a quota that was used up.", Quota),

        Of(OutputsExpiring, Gauge, "Painted pictures that are not stored and that the provider removes within 15 minutes, from the database."),
        Of(StorageBytes, Gauge, "Bytes of the stored files, from the database.") with { Unit = Bytes, Name = "scenegen_storage_bytes" },
        Of(StorageFiles, Gauge, "Stored files, from the database."),
        Of(StorageWritten, Counter, "Bytes written to the store.") with { Unit = Bytes, Name = "scenegen_storage_written_bytes_total" },
        Of(StorageErrors, Counter, "Calls of the store that failed.", Operation),
        Times(PictureProcessing, "How long pictures took to be read, cropped, measured and encoded.", Metric.Quick),

        Of(BuildInfo, Gauge, "The version that runs; always 1.", TelemetryNames.Version),
    ];

    private static readonly Dictionary<string, Metric> ByInstrument =
        All.ToDictionary(metric => metric.Instrument, StringComparer.Ordinal);

    public static Metric Find(string instrument) => ByInstrument[instrument];

    private static Metric Of(string instrument, MetricKind kind, string help, params Metric.Label[] labels)
        => new(
            TelemetryNames.Meter, instrument, instrument.Replace('.', '_') + (kind is Counter ? "_total" : ""), kind, help)
        {
            Labels = labels,
        };

    private static Metric Age(string instrument, string help, params Metric.Label[] labels)
        => InSeconds(Of(instrument, Gauge, help, labels));

    private static Metric Times(
        string instrument, string help, IReadOnlyList<double> buckets, params Metric.Label[] labels)
        => InSeconds(Of(instrument, Histogram, help, labels)) with { Buckets = buckets };

    private static Metric InSeconds(Metric metric) => metric with { Unit = Seconds, Name = metric.Name + "_seconds" };
}
