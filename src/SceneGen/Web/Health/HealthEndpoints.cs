using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using SceneGen.Data;

namespace SceneGen.Web.Health;

internal static class HealthEndpoints
{
    private const string NeverKept = "no-store, no-cache";

    private static readonly string[] GetOrHead = [HttpMethods.Get, HttpMethods.Head];

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
        var probes = routes.MapGroup("/health").WithTags("Probes");
        probes.MapMethods("live", GetOrHead, ShowLife);
        probes.MapMethods("ready", GetOrHead, ShowReadinessAsync).Produces<HealthAnswer>(StatusCodes.Status503ServiceUnavailable);
    }

    private static ContentHttpResult ShowLife(HttpContext http)
    {
        http.Response.Headers.CacheControl = NeverKept;
        return TypedResults.Text("Healthy");
    }

    private static async Task<Results<Ok<HealthAnswer>, JsonHttpResult<HealthAnswer>>> ShowReadinessAsync(
        HealthCheckService health, HealthHistory history, HttpContext http)
    {
        http.Response.Headers.CacheControl = NeverKept;
        var answer = HealthAnswer.Of(await health.CheckHealthAsync(http.RequestAborted), history);
        return answer.IsReady()
            ? TypedResults.Ok(answer)
            : TypedResults.Json(answer, statusCode: StatusCodes.Status503ServiceUnavailable);
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
