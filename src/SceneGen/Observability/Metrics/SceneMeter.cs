using System.Diagnostics.Metrics;
using SceneGen.Observability.Telemetry;

namespace SceneGen.Observability.Metrics;

/// <summary>Counts what happens to scenes; each step when it is committed.</summary>
internal sealed class SceneMeter(Instruments instruments)
{
    private readonly Counter<long> _accepted = instruments.Counter<long>(TelemetryNames.ScenesAccepted);
    private readonly Counter<long> _failed = instruments.Counter<long>(TelemetryNames.ScenesFailed);
    private readonly Counter<long> _ended = instruments.Counter<long>(TelemetryNames.ScenesEnded);
    private readonly Histogram<double> _stateDuration = instruments.Histogram(TelemetryNames.StateDuration);
    private readonly Histogram<double> _duration = instruments.Histogram(TelemetryNames.SceneDuration);
    private readonly Histogram<double> _overhead = instruments.Histogram(TelemetryNames.SceneOverhead);
    private readonly Counter<long> _retries = instruments.Counter<long>(TelemetryNames.ProviderRetries);
    private readonly Counter<double> _cost = instruments.Counter<double>(TelemetryNames.ProviderCost);
    private readonly Counter<long> _rollbackRequests = instruments.Counter<long>(TelemetryNames.RollbackRequests);
    private readonly Counter<long> _rollbacksEnded = instruments.Counter<long>(TelemetryNames.RollbacksEnded);

    public void Accept() => _accepted.Add(1);

    public void Leave(string state, TimeSpan after)
        => _stateDuration.Record(after.TotalSeconds, Instruments.Tag(TelemetryNames.State, state));

    public void Fail(string? fault, string? code)
        => _failed.Add(1, Instruments.Tag(TelemetryNames.Fault, fault), Instruments.Tag(TelemetryNames.Code, code));

    public void End(string outcome, string? fault, string? code, TimeSpan after)
    {
        _ended.Add(
            1,
            Instruments.Tag(TelemetryNames.Outcome, outcome),
            Instruments.Tag(TelemetryNames.Fault, fault),
            Instruments.Tag(TelemetryNames.Code, code));
        _duration.Record(after.TotalSeconds, Instruments.Tag(TelemetryNames.Outcome, outcome));
    }

    public void Spend(TimeSpan overhead) => _overhead.Record(overhead.TotalSeconds);

    public void Retry(string? code) => _retries.Add(1, Instruments.Tag(TelemetryNames.Code, code));

    public void Charge(decimal dollars, string? model, string? theme)
        => _cost.Add(
            (double)dollars,
            Instruments.Tag(TelemetryNames.Model, model),
            Instruments.Tag(TelemetryNames.Theme, theme));

    public void RequestRollback(int times) => _rollbackRequests.Add(times);

    public void EndRollback(string outcome) => _rollbacksEnded.Add(1, Instruments.Tag(TelemetryNames.Outcome, outcome));
}
