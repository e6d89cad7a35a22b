using Microsoft.Extensions.Diagnostics.HealthChecks;
using SceneGen.Themes.Life;

namespace SceneGen.Web.Health;

/// <summary>Names the themes' files that are refused. What they said before stays, so the service is ready all the same.</summary>
internal sealed class ThemesCheck(ThemeWatch watch) : IHealthCheck
{
    private const int MostNamed = 5;

    public Task<HealthCheckResult> CheckHealthAsync(
        HealthCheckContext context, CancellationToken cancellationToken = default)
        => Task.FromResult(watch.Refused is { Count: > 0 } refused
            ? HealthCheckResult.Degraded(string.Join(" ", refused.Take(MostNamed).Select(fault => fault.Sentence)))
            : HealthCheckResult.Healthy());
}
