using System.Globalization;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;
using SceneGen.Scenes.Links;
using SceneGen.Web.Http;
using SceneGen.Web.Http.Words;

namespace SceneGen.Web.Pictures;

/// <summary>Whether a caller may have a picture, and for how long a cache may keep it.</summary>
internal sealed class PictureAccess(IOptions<PictureLinkOptions> links, LinkSigner signer)
{
    private const string Forever = "public, max-age=31536000, immutable";

    // The next to use this browser may be of another session: it asks each time, and is answered 304 while it may.
    private const string AskEachTime = "private, no-cache";

    public async ValueTask<(string? CacheControl, ProblemHttpResult? Refusal)> JudgeAsync(
        string sha256, string extension, HttpContext context)
        => links.Value.Links switch
        {
            LinkMode.Signed => JudgeSignature($"{sha256}.{extension}", context.Request.Query),
            LinkMode.Session => await MaySeeAsync(sha256, context) ? (AskEachTime, null) : (null, NoSuchPicture()),
            _ => (Forever, null),
        };

    public static ProblemHttpResult NoSuchPicture()
        => Problems.Of(StatusCodes.Status404NotFound, ProblemCodes.AssetNotFound);

    private (string? CacheControl, ProblemHttpResult? Refusal) JudgeSignature(string file, IQueryCollection query)
        => signer.Judge(file, query["exp"], query["kid"], query["sig"]) switch
        {
            null => (null, Problems.Of(
                StatusCodes.Status403Forbidden, ProblemCodes.LinkNotSigned)),
            { Ticks: <= 0 } => (null, Problems.Of(
                StatusCodes.Status403Forbidden, ProblemCodes.LinkExpired)),
            { TotalSeconds: var left } => (
                string.Create(CultureInfo.InvariantCulture, $"private, max-age={(long)left}"), null),
        };

    private static async Task<bool> MaySeeAsync(string sha256, HttpContext context)
        => CallerSession.Of(context) is not { } session
            || await context.RequestServices.GetRequiredService<PictureOwners>()
                .IsOneAsync(session, sha256, context.RequestAborted);
}
