using SceneGen.Web.Ops.Overview;

namespace SceneGen.Web.Ops;

/// <summary>How much may be asked of the provider, and who may ask it.</summary>
internal static class ProviderEndpoints
{
    public static void MapProvider(this IEndpointRouteBuilder routes)
        => routes.MapGet(
            "/api/ops/provider",
            async (ProviderReader provider, CancellationToken cancellationToken)
                => TypedResults.Ok(await provider.ReadAsync(cancellationToken)));
}
