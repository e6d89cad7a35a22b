using System.Diagnostics;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Net.Http.Headers;
using SceneGen.Assets;

namespace SceneGen.Web;

public static class AssetEndpoints
{
    public static IEndpointRouteBuilder MapAssets(this IEndpointRouteBuilder routes)
    {
        routes.MapMethods("/assets/{sha256}.{ext}", [HttpMethods.Get, HttpMethods.Head], GetAsset);
        return routes;
    }

    private static Results<FileStreamHttpResult, ProblemHttpResult> GetAsset(
        string sha256, string ext, FileAssetStore store, HttpContext context)
    {
        if (store.OpenRead(sha256, ext) is not { } picture)
        {
            return NotFound(context);
        }

        var headers = context.Response.Headers;
        headers.CacheControl = "public, max-age=31536000, immutable";
        headers.XContentTypeOptions = "nosniff";
        headers.ContentSecurityPolicy = "default-src 'none'; sandbox";
        return TypedResults.File(
            picture,
            AssetName.ContentTypeOf(ext),
            entityTag: new EntityTagHeaderValue($"\"{sha256}\""),
            enableRangeProcessing: true);
    }

    private static ProblemHttpResult NotFound(HttpContext context) => TypedResults.Problem(
        title: "There is no such picture.",
        statusCode: StatusCodes.Status404NotFound,
        extensions: new Dictionary<string, object?>
        {
            ["code"] = "asset_not_found",
            ["traceId"] = Activity.Current?.Id ?? context.TraceIdentifier,
            ["retryable"] = false,
        });
}
