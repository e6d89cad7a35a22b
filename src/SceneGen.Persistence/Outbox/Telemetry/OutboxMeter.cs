using System.Diagnostics.Metrics;

namespace SceneGen.Persistence.Outbox.Telemetry;

/// <summary>Counts what has left.</summary>
internal sealed class OutboxMeter(IMeterFactory meters)
{
    private readonly Counter<long> _delivered = meters.Create(OutboxTelemetry.Name).CreateCounter<long>(
        OutboxTelemetry.Delivered, description: "Messages of the outbox that have been delivered.");

    public void Deliver(int count) => _delivered.Add(count);
}
