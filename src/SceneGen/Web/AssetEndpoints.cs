using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Net.Http.Headers;
using SceneGen.Assets;
using SceneGen.Web.Http;

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
            return NotFound();
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

    private static ProblemHttpResult NotFound()
        => Problems.Of(StatusCodes.Status404NotFound, "asset_not_found", "There is no such picture.");
}
