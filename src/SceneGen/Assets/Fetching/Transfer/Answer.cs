using System.Net;

namespace SceneGen.Assets.Fetching.Transfer;

internal static class Answer
{
    public static bool IsRedirect(HttpResponseMessage response) => response.StatusCode is
        HttpStatusCode.MovedPermanently or HttpStatusCode.Found or HttpStatusCode.SeeOther
        or HttpStatusCode.TemporaryRedirect or HttpStatusCode.PermanentRedirect;

    public static Uri Target(HttpResponseMessage response, Uri from) =>
        Uri.TryCreate(from, response.Headers.Location, out var target)
            ? target
            : throw FetchException.About(from, FetchFailure.Refused, "redirects to nowhere");

    public static void EnsureFile(HttpResponseMessage response)
    {
        if (response.StatusCode != HttpStatusCode.OK)
        {
            var what = $"answered {(int)response.StatusCode}";
            throw FetchException.About(response.RequestMessage!.RequestUri!, Failure(response.StatusCode), what);
        }
    }

    private static FetchFailure Failure(HttpStatusCode status) => status switch
    {
        HttpStatusCode.NotFound or HttpStatusCode.Gone => FetchFailure.Gone,
        // These ask to come again later.
        HttpStatusCode.RequestTimeout or (HttpStatusCode)425 or HttpStatusCode.TooManyRequests =>
            FetchFailure.Unavailable,
        >= HttpStatusCode.InternalServerError => FetchFailure.Unavailable,
        _ => FetchFailure.Rejected,
    };
}
