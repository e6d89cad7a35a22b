using System.Diagnostics.Metrics;
using System.Text.Json;
using SceneGen.Observability.Telemetry;
using SceneGen.Scenes.Quotas;

namespace SceneGen.Observability.Metrics;

/// <summary>Counts what is refused because a caller's quota is used up.</summary>
internal sealed class QuotaMeter(Instruments instruments)
{
    private readonly Counter<long> _refusals = instruments.Counter<long>(TelemetryNames.QuotaRefusals);

    public void Refuse(QuotaKind quota)
        => _refusals.Add(
            1, Instruments.Tag(TelemetryNames.Quota, JsonNamingPolicy.SnakeCaseLower.ConvertName(quota.ToString())));
}
