using System.Diagnostics.Metrics;
using SceneGen.Observability.Telemetry;

namespace SceneGen.Observability.Metrics;

/// <summary>Counts what goes to the provider, and what comes from it.</summary>
internal sealed class ProviderMeter(Instruments instruments)
{
    private readonly Counter<long> _calls = instruments.Counter<long>(TelemetryNames.ProviderCalls);
    private readonly Histogram<double> _callDuration = instruments.Histogram(TelemetryNames.ProviderCallDuration);
    private readonly Counter<long> _polls = instruments.Counter<long>(TelemetryNames.ProviderPolls);
    private readonly Counter<long> _webhooks = instruments.Counter<long>(TelemetryNames.WebhooksReceived);

    public void Call(string operation, string status, TimeSpan duration)
    {
        var name = Instruments.Tag(TelemetryNames.Operation, operation);
        _calls.Add(1, name, Instruments.Tag(TelemetryNames.Status, status));
        _callDuration.Record(duration.TotalSeconds, name);
    }

    public void Poll(string result) => _polls.Add(1, Instruments.Tag(TelemetryNames.Result, result));

    public void Webhook(string result) => _webhooks.Add(1, Instruments.Tag(TelemetryNames.Result, result));
}
