using Microsoft.AspNetCore.Http.HttpResults;
using SceneGen.Web.Http;
using SceneGen.Web.Http.Words;

namespace SceneGen.Web;

/// <summary>The user's page. It travels inside the program, so that whoever hosts the service has it too.</summary>
internal static class UiEndpoints
{
    private const string Policy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
        + "base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    public static readonly IReadOnlyList<string> GetOrHead = [HttpMethods.Get, HttpMethods.Head];

    public static void MapUi(this IEndpointRouteBuilder routes)
    {
        routes.MapMethods("/", GetOrHead, ServePage).ExcludeFromDescription();
        routes.MapMethods("/ui/{name}", GetOrHead, Serve).ExcludeFromDescription();
    }

    private static ContentHttpResult ServePage(HttpContext http)
    {
        SetHeaders(http.Response.Headers);
        return TypedResults.Text(UiTemplate.In(AnswerLanguage.Choose(http)), "text/html; charset=utf-8");
    }

    private static Results<FileStreamHttpResult, ProblemHttpResult> Serve(string name, HttpContext http)
    {
        var contentType = Path.GetExtension(name) switch
        {
            ".css" => "text/css; charset=utf-8",
            ".js" => "text/javascript; charset=utf-8",
            ".svg" => "image/svg+xml",
            _ => null,
        };
        var file = contentType is null
            ? null
            : typeof(UiEndpoints).Assembly.GetManifestResourceStream($"ui/{name}");
        if (file is null)
        {
            return Problems.Of(StatusCodes.Status404NotFound, ProblemCodes.NotFound);
        }

        SetHeaders(http.Response.Headers);
        return TypedResults.Stream(file, contentType);
    }

    public static void SetHeaders(IHeaderDictionary headers)
    {
        headers.ContentSecurityPolicy = Policy;
        headers.XContentTypeOptions = "nosniff";
        headers.CacheControl = "no-cache";
    }
}
