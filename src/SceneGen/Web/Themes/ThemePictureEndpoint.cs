using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Net.Http.Headers;
using SceneGen.Themes;
using SceneGen.Web.Http;
using SceneGen.Web.Http.Words;

namespace SceneGen.Web.Themes;

/// <summary>The picture that shows a theme, as its file lies beside the theme's.</summary>
internal static class ThemePictureEndpoint
{
    public static void MapThemePictures(this IEndpointRouteBuilder routes)
        => routes.MapMethods("/api/themes/{id}/picture", [HttpMethods.Get, HttpMethods.Head], Show)
            .WithTags("Themes").WithSummary("Shows a theme's picture");

    private static Results<FileContentHttpResult, ProblemHttpResult> Show(
        string id, string? v, ThemeLibrary themes, HttpContext http)
    {
        if (themes.Find(id)?.Picture is not { } picture)
        {
            return Problems.Of(StatusCodes.Status404NotFound, ProblemCodes.NotFound, "There is no theme of this id, or it has no picture.");
        }

        // An address with the picture's hash shows that picture for ever; any other shows the one there is now.
        var headers = http.Response.Headers;
        headers.CacheControl = v == picture.Sha256 ? "public, max-age=31536000, immutable" : "no-cache";
        headers.XContentTypeOptions = "nosniff";
        headers.ContentSecurityPolicy = "default-src 'none'; sandbox";
        return TypedResults.Bytes(
            picture.Bytes, picture.ContentType, entityTag: new EntityTagHeaderValue($"\"{picture.Sha256}\""));
    }
}
