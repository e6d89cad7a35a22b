using Microsoft.AspNetCore.Http.HttpResults;
using SceneGen.Assets.Sweeping;
using SceneGen.Scenes.Outputs;

namespace SceneGen.Web.Ops.Storage;

/// <summary>The pictures that are not stored yet, and what this instance's last sweep of the store found.</summary>
internal static class StorageEndpoint
{
    private const int MostShown = 200;

    public static void MapStorage(this IEndpointRouteBuilder routes) => routes.MapGet("/api/ops/storage", ShowAsync);

    private static async Task<Ok<StorageResource>> ShowAsync(
        UnstoredOutputs outputs, Sweeper sweeper, CancellationToken cancellationToken)
        => TypedResults.Ok(new StorageResource(await outputs.ListAsync(MostShown, cancellationToken), sweeper.Report));
}
