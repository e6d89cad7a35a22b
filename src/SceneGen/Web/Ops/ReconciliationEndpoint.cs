using SceneGen.Generation.Reconciling;

namespace SceneGen.Web.Ops;

/// <summary>What was found at the provider that no scene had use for.</summary>
internal static class ReconciliationEndpoint
{
    public static void MapReconciliation(this IEndpointRouteBuilder routes)
        => routes.MapGet("/api/ops/reconciliation", (Reconciler reconciler) => TypedResults.Ok(reconciler.Report));
}
