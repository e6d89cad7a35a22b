using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using SceneGen.Data;

namespace SceneGen.Web.Health;

internal static class HealthEndpoints
{
    /// <summary>A part that answers later than that does not answer.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    public static IServiceCollection AddHealth(this IServiceCollection services)
    {
        services.AddHealthChecks()
            .AddDbContextCheck<SceneDbContext>("database")
            .AddCheck<MigrationsCheck>("migrations")
            .AddCheck<StorageCheck>("storage")
            .AddCheck<VipsCheck>("vips")
            .AddCheck<ThemesCheck>("themes")
            .AddCheck<GatesCheck>("provider")
            .AddCheck<OutputsCheck>("outputs");
        services.Configure<HealthCheckServiceOptions>(health =>
        {
            foreach (var check in health.Registrations)
            {
                check.Timeout = Patience;
            }
        });
        services.AddSingleton<HealthHistory>();
        services.AddSingleton<StorageCheck>();
        services.AddSingleton<VipsCheck>();
        services.AddHealthWatch();
        return services;
    }

    public static void MapHealth(this IEndpointRouteBuilder routes)
    {
        // Alive: the process answers. Ready: what it works with answers too.
        routes.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false });
        routes.MapHealthChecks("/health/ready", new HealthCheckOptions
        {
            ResponseWriter = HealthAnswer.WriteAsync,
        });
    }

    /// <summary>Also while nobody asks, so that it is known since when a part is away, and said in the log.</summary>
    private static void AddHealthWatch(this IServiceCollection services)
    {
        services.AddSingleton<IHealthCheckPublisher>(provider => provider.GetRequiredService<HealthHistory>());
        services.Configure<HealthCheckPublisherOptions>(watch =>
        {
            watch.Delay = TimeSpan.FromSeconds(5);
            watch.Period = TimeSpan.FromSeconds(15);
        });
    }
}
