using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using SceneGen.Data;

namespace SceneGen.Web;

internal static class HealthEndpoints
{
    public static IServiceCollection AddHealth(this IServiceCollection services)
    {
        services.AddHealthChecks()
            .AddDbContextCheck<SceneDbContext>("database")
            .AddCheck<GatesCheck>("provider", tags: [HealthAnswer.Waits])
            .AddCheck<OutputsCheck>("storage", tags: [HealthAnswer.Waits]);
        return services;
    }

    public static void MapHealth(this IEndpointRouteBuilder routes)
    {
        // Alive: the process answers. Ready: what it works with answers too.
        routes.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false });
        routes.MapHealthChecks("/health/ready", new HealthCheckOptions
        {
            ResponseWriter = HealthAnswer.WriteAsync,

            // Without its broker the bus calls itself degraded: its endpoints are down, all of them. What only waits is told
            // from that by the answer.
            ResultStatusCodes =
            {
                [HealthStatus.Healthy] = StatusCodes.Status200OK,
                [HealthStatus.Degraded] = StatusCodes.Status503ServiceUnavailable,
                [HealthStatus.Unhealthy] = StatusCodes.Status503ServiceUnavailable,
            },
        });
    }
}
