using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Http.Timeouts;
using Microsoft.Net.Http.Headers;
using SceneGen.Assets;
using SceneGen.Assets.Serving;
using SceneGen.Web.Http;
using SceneGen.Web.Http.Words;

namespace SceneGen.Web.Pictures;

public static class AssetEndpoints
{
    private const string RetryAfterSeconds = "10";

    public static IEndpointRouteBuilder MapAssets(this IEndpointRouteBuilder routes)
    {
        routes.MapMethods("/assets/{sha256}.{ext}", [HttpMethods.Get, HttpMethods.Head], GetAssetAsync);
        return routes;
    }

    private static async Task<Results<FileStreamHttpResult, StatusCodeHttpResult, ProblemHttpResult>> GetAssetAsync(
        string sha256, string ext, VerifiedAssets assets, PictureAccess access, HttpContext context)
    {
        if (!AssetName.IsValid(sha256, ext))
        {
            return PictureAccess.NoSuchPicture();
        }

        var (cacheControl, refusal) = await access.JudgeAsync(sha256, ext, context);
        if (refusal is not null)
        {
            return refusal;
        }

        try
        {
            // What the caller has needs no reading.
            if (context.Request.Headers.IfNoneMatch == $"\"{sha256}\""
                && await assets.ExistsAsync(sha256, ext, context.RequestAborted))
            {
                SetHeaders(context.Response.Headers, cacheControl!);
                context.Response.Headers.ETag = $"\"{sha256}\"";
                return TypedResults.StatusCode(StatusCodes.Status304NotModified);
            }

            return await assets.OpenAsync(sha256, ext, context.RequestAborted) is { } picture
                ? Serve(picture, sha256, ext, cacheControl!, context)
                : PictureAccess.NoSuchPicture();
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or AssetDamagedException)
        {
            context.Response.Headers.RetryAfter = RetryAfterSeconds;
            return Problems.Of(
                StatusCodes.Status503ServiceUnavailable,
                error is AssetDamagedException ? ProblemCodes.AssetDamaged : ProblemCodes.StorageUnavailable);
        }
    }

    private static FileStreamHttpResult Serve(
        StoredContent picture, string sha256, string extension, string cacheControl, HttpContext context)
    {
        // Asking the store has its time; how fast the reader reads is bounded by the server.
        context.Features.Get<IHttpRequestTimeoutFeature>()?.DisableTimeout();
        SetHeaders(context.Response.Headers, cacheControl);
        return TypedResults.File(
            picture.Stream,
            AssetName.ContentTypeOf(extension),
            entityTag: new EntityTagHeaderValue($"\"{sha256}\""),
            enableRangeProcessing: true);
    }

    private static void SetHeaders(IHeaderDictionary headers, string cacheControl)
    {
        headers.CacheControl = cacheControl;
        headers.XContentTypeOptions = "nosniff";
        headers.ContentSecurityPolicy = "default-src 'none'; sandbox";
    }
}
