using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using SceneGen.Data;

namespace SceneGen.Web.Health;

/// <summary>Says that the tables are not this version's, as after an old backup was put back. Newer ones do no harm.</summary>
internal sealed class MigrationsCheck(SceneDbContext database) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(
        HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        if (!await database.Database.CanConnectAsync(cancellationToken))
        {
            return HealthCheckResult.Unhealthy("The tables cannot be looked at while the database is away.");
        }

        var missing = (await database.Database.GetPendingMigrationsAsync(cancellationToken)).ToList();
        return missing.Count == 0
            ? HealthCheckResult.Healthy()
            : HealthCheckResult.Unhealthy(
                $"The database lacks {string.Join(", ", missing)}: run dotnet SceneGen.dll migrate, or start this service again.");
    }
}
