using Microsoft.AspNetCore.Http.HttpResults;
using SceneGen.Observability.Exposition;
using SceneGen.Observability.Readings;

namespace SceneGen.Web;

internal static class MetricsEndpoint
{
    public static void MapMetrics(this IEndpointRouteBuilder routes)
        => routes.MapGet("/metrics", ShowAsync).WithTags("Probes");

    private static async Task<ContentHttpResult> ShowAsync(
        FigureReader reader, MetricCollector collector, CancellationToken cancellationToken)
    {
        // Without the database the process still has something to say of itself.
        await reader.RefreshAsync().WaitAsync(cancellationToken);
        return TypedResults.Text(collector.Write(), PrometheusText.ContentType);
    }
}
