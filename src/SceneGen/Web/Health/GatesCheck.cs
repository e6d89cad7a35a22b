using Microsoft.Extensions.Diagnostics.HealthChecks;
using SceneGen.Generation.Gates;

namespace SceneGen.Web.Health;

/// <summary>Names the gates that are closed. The service is ready all the same: it takes scenes in, and they wait.</summary>
internal sealed class GatesCheck(GateStore store) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(
        HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var closed = await store.ListAsync(cancellationToken);
        return closed.Count == 0
            ? HealthCheckResult.Healthy()
            : HealthCheckResult.Degraded(string.Join(
                " ", closed.Select(gate => $"{gate.Name} is closed since {gate.ClosedAt:yyyy-MM-dd'T'HH:mm:ss'Z'}: {gate.Reason}.")));
    }
}
