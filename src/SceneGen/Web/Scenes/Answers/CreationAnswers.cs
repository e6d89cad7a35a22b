using Microsoft.AspNetCore.Http.HttpResults;
using SceneGen.Web.Http;
using SceneGen.Web.Scenes.Creating;
using SceneGen.Web.Scenes.Resources;

namespace SceneGen.Web.Scenes.Answers;

/// <summary>What a request for a scene, or for another run of one, is answered.</summary>
internal static class CreationAnswers
{
    private const string RetryAfterSeconds = "2";

    public static Results<Accepted<SceneResource>, ProblemHttpResult> AnswerOf(
        this SceneReader reader, Creation creation, HttpContext http)
    {
        if (creation.Problem is { } problem)
        {
            return problem;
        }

        if (creation.IsReplay)
        {
            http.Response.Headers[IdempotencyKey.ReplayedHeader] = "true";
        }

        http.Response.Headers.RetryAfter = RetryAfterSeconds;
        return TypedResults.Accepted(reader.LinkTo(creation.Scene!.Id), creation.Scene);
    }
}
