using System.Diagnostics.Metrics;
using SceneGen.Callbacks;
using SceneGen.Observability.Telemetry;

namespace SceneGen.Observability.Metrics;

/// <summary>Counts what is posted to the addresses that callers gave.</summary>
internal sealed class CallbackMeter(Instruments instruments)
{
    private readonly Counter<long> _posts = instruments.Counter<long>(TelemetryNames.CallbacksPosted);

    public void Post(PostFate fate)
        => _posts.Add(1, Instruments.Tag(TelemetryNames.Outcome, fate.ToString().ToLowerInvariant()));
}
