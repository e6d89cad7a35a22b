using System.Diagnostics.Metrics;
using System.Reflection;
using SceneGen.Generation.Gates;
using SceneGen.Observability.Metrics;
using SceneGen.Observability.Telemetry;
using SceneGen.Replicate.Models;
using SceneGen.Scenes.Correlation;

namespace SceneGen.Observability.Readings;

/// <summary>The gauges that are read from the database. Whoever observes them has the figures read anew when it is time.</summary>
internal sealed class StandingGauges(FigureReader reader, ModelLibrary models, Instruments instruments, TimeProvider time)
{
    private const string RollingBack = "RollingBack";

    public void Create()
    {
        instruments.Gauge(TelemetryNames.Scenes, () => Of(ScenesOf));
        instruments.Gauge(TelemetryNames.SceneOldestAge, () => Of(AgesOf));
        instruments.Gauge(TelemetryNames.ProviderGateClosed, () => Of(GatesOf));
        Number(TelemetryNames.OutboxMessages, figures => figures.Messages);
        Age(TelemetryNames.OutboxOldestAge, figures => figures.OldestMessage);
        Number(TelemetryNames.Timers, figures => figures.Unparked - figures.Messages);
        Age(TelemetryNames.TimerLag, figures => figures.OldestTimer);
        Number(TelemetryNames.ParkedMessages, figures => figures.Parked);
        instruments.Gauge(TelemetryNames.DeadLetters, () => Of(figures => figures.DeadLetters.Select(
            queue => new Measurement<double>(queue.Value, Instruments.Tag(TelemetryNames.Queue, queue.Key)))));
        Number(TelemetryNames.RollbacksOpen, figures => figures.Scenes.GetValueOrDefault(RollingBack).Count);
        Age(TelemetryNames.RollbackOldestAge, figures => figures.OldestRollback);
        Number(TelemetryNames.RollbackCases, figures => figures.RollbackCases);
        Number(TelemetryNames.CallbacksWaiting, figures => figures.CallbacksWaiting);
        Number(TelemetryNames.OutputsExpiring, figures => figures.OutputsExpiring);
        Number(TelemetryNames.StorageBytes, figures => figures.Store?.Bytes ?? 0);
        Number(TelemetryNames.StorageFiles, figures => figures.Store?.Files ?? 0);
        instruments.Gauge(TelemetryNames.BuildInfo, () => [new(1, Instruments.Tag(TelemetryNames.Version, Version))]);
    }

    private static string? Version { get; } = typeof(StandingGauges).Assembly
        .GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0];

    private void Number(string name, Func<Figures, long> number)
        => instruments.Gauge(name, () => Of(figures => [new(number(figures))]));

    private void Age(string name, Func<Figures, DateTimeOffset?> since)
        => instruments.Gauge(name, () => Of(figures => [new(AgeOf(since(figures)))]));

    private IEnumerable<Measurement<double>> Of(Func<Figures, IEnumerable<Measurement<double>>> measure)
    {
        // Not waited for: an exporter's next observation finds them.
        _ = reader.RefreshAsync();
        return reader.Latest is { } figures ? measure(figures) : [];
    }

    private static IEnumerable<Measurement<double>> ScenesOf(Figures figures)
        => SceneStates.Running.Select(state => new Measurement<double>(
            figures.Scenes.GetValueOrDefault(state).Count, Instruments.Tag(TelemetryNames.State, Word(state))));

    private IEnumerable<Measurement<double>> AgesOf(Figures figures)
        => SceneStates.Running.Select(state => new Measurement<double>(
            figures.Scenes.TryGetValue(state, out var scenes) ? AgeOf(scenes.Oldest) : 0,
            Instruments.Tag(TelemetryNames.State, Word(state))));

    private IEnumerable<Measurement<double>> GatesOf(Figures figures)
        => models.Ids.Select(ProviderGates.OfModel)
            .Append(ProviderGates.Provider)
            .Union(figures.ClosedGates.Keys)
            .Select(gate => new Measurement<double>(
                figures.ClosedGates.ContainsKey(gate) ? 1 : 0,
                Instruments.Tag(TelemetryNames.Gate, gate),
                Instruments.Tag(TelemetryNames.Kind, gate == ProviderGates.Provider ? gate : TelemetryNames.Model),
                Instruments.Tag(TelemetryNames.Reason, figures.ClosedGates.GetValueOrDefault(gate, TelemetryNames.None))));

    private double AgeOf(DateTimeOffset? since)
        => since is { } at ? Math.Max(0, (time.GetUtcNow() - at).TotalSeconds) : 0;

    private static string Word(string state) => char.ToLowerInvariant(state[0]) + state[1..];
}
