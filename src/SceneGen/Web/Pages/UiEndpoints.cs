using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Net.Http.Headers;
using SceneGen.Web.Http;
using SceneGen.Web.Http.Words;
using SceneGen.Web.Pages.Files;

namespace SceneGen.Web.Pages;

/// <summary>The user's page, at two addresses: its beginning, and one for each scene. It travels inside the program.</summary>
internal static class UiEndpoints
{
    public const string Policy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
        + "base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private const string Forever = "public, max-age=31536000, immutable";
    private const string AskEachTime = "no-cache";
    private const string NotThisOne = "no-store";

    private static readonly string[] Encodings = ["br", "gzip"];

    public static readonly IReadOnlyList<string> GetOrHead = [HttpMethods.Get, HttpMethods.Head];

    public static void MapUi(this IEndpointRouteBuilder routes)
    {
        routes.MapMethods("/", GetOrHead, ServeBeginningAsync).ExcludeFromDescription();
        routes.MapMethods("/scenes/{id:guid}", GetOrHead, ServeSceneAsync).ExcludeFromDescription();
        routes.MapMethods("/ui/{name}", GetOrHead, Serve).ExcludeFromDescription();
    }

    public static void SetHeaders(IHeaderDictionary headers)
    {
        headers.ContentSecurityPolicy = Policy;
        headers.XContentTypeOptions = "nosniff";
        headers.CacheControl = AskEachTime;
    }

    private static async Task<ContentHttpResult> ServeBeginningAsync(
        string? cursor, PageReader reader, PageFrame frame, HttpContext http)
        => Page(PageReader.AtRoot, await reader.ListAsync(http, AnswerLanguage.Choose(http), cursor), frame, http);

    private static async Task<ContentHttpResult> ServeSceneAsync(
        Guid id, PageReader reader, PageFrame frame, HttpContext http)
        => Page(PageReader.BelowRoot, await reader.ShowAsync(http, AnswerLanguage.Choose(http), id), frame, http);

    private static ContentHttpResult Page(string root, Reading reading, PageFrame frame, HttpContext http)
    {
        var headers = http.Response.Headers;
        SetHeaders(headers);
        headers.ContentSecurityPolicy = frame.PolicyFrom(Policy);
        headers.CacheControl = $"private, {AskEachTime}";
        return TypedResults.Text(
            UiTemplate.In(AnswerLanguage.Choose(http), root, frame, reading), "text/html; charset=utf-8", statusCode: reading.Status);
    }

    private static Results<FileContentHttpResult, ProblemHttpResult> Serve(string name, HttpContext http)
    {
        var hashed = UiFiles.FindHashed(name);
        var present = hashed ?? UiFiles.Find(name);
        if ((present ?? UiFiles.FindOther(name)) is not { } file)
        {
            return Problems.Of(StatusCodes.Status404NotFound, ProblemCodes.NotFound);
        }

        var accepted = http.Request.GetTypedHeaders().AcceptEncoding;
        var encoding = Encodings.FirstOrDefault(
            known => accepted.Any(wish => wish.Value == known && wish.Quality is not 0), "");
        var headers = http.Response.Headers;
        SetHeaders(headers);
        headers.CacheControl = present is null ? NotThisOne : hashed is null ? AskEachTime : Forever;
        headers.Vary = HeaderNames.AcceptEncoding;
        if (encoding.Length > 0)
        {
            headers.ContentEncoding = encoding;
        }

        return TypedResults.Bytes(
            file.In(encoding)!, file.ContentType, entityTag: new EntityTagHeaderValue($"\"{file.Hash}{encoding}\""));
    }
}
