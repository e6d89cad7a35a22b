using Microsoft.Extensions.Diagnostics.HealthChecks;
using SceneGen.Scenes.Outputs;

namespace SceneGen.Web.Health;

/// <summary>Says that painted pictures are about to be lost. The service is ready all the same.</summary>
internal sealed class OutputsCheck(UnstoredOutputs outputs) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(
        HealthCheckContext context, CancellationToken cancellationToken = default)
        => await outputs.CountUrgentAsync(cancellationToken) is > 0 and var urgent
            ? HealthCheckResult.Degraded(
                $"{urgent} painted pictures could not be stored in 45 minutes; the provider keeps them for an hour. "
                + "See /api/ops/storage.")
            : HealthCheckResult.Healthy();
}
