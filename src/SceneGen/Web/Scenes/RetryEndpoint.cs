using Microsoft.AspNetCore.Http.HttpResults;
using SceneGen.Web.Http;
using SceneGen.Web.Http.Words;
using SceneGen.Web.Scenes.Answers;
using SceneGen.Web.Scenes.Creating;
using SceneGen.Web.Scenes.Requests;
using SceneGen.Web.Scenes.Resources;

namespace SceneGen.Web.Scenes;

/// <summary>Another run of a scene that ended without a picture.</summary>
internal static class RetryEndpoint
{
    public static void MapRetries(this IEndpointRouteBuilder routes)
        => routes.MapPost("/api/scenes/{id:guid}/retry", RetryAsync)
            .WithTags("Scenes")
            .Accepts<RetrySceneRequest>(isOptional: true, "application/json")
            .WithSummary("Makes a failed, expired or canceled scene once more, with the same theme or another one");

    private static async Task<Results<Accepted<SceneResource>, ProblemHttpResult>> RetryAsync(
        Guid id, OptionalJsonBody<RetrySceneRequest> body, SceneRules rules, RetryMaker maker, SceneReader reader, HttpContext http)
    {
        var problem = body.Check(asked => Errors(asked, rules, http));
        if (body.Value is not { } request)
        {
            return problem!;
        }

        var key = RequestKeys.Of(http, $"POST /api/scenes/{id}/retry", request);
        if (await maker.FindAsync(key, http.RequestAborted) is { } earlier)
        {
            return reader.AnswerOf(earlier, http);
        }

        if (problem is not null)
        {
            return problem;
        }

        var scene = await reader.FindAsync(id, http.RequestAborted);
        if (scene is null or { ErasedAt: not null })
        {
            return scene is null ? Problems.NoSuchScene() : Problems.SceneIsDeleted();
        }

        if (RetryConflict.Of(scene, await reader.StandingOfAsync(scene, http.RequestAborted)) is { } conflict)
        {
            // A twin may have made the run since this request looked for its answer.
            return await maker.FindAsync(key, http.RequestAborted) is { } twin ? reader.AnswerOf(twin, http) : conflict;
        }

        return await maker.MakeAsync(http, scene, request, key) is { } creation
            ? reader.AnswerOf(creation, http)
            : await ConflictAsync(id, reader, http.RequestAborted);
    }

    private static Dictionary<string, string> Errors(RetrySceneRequest request, SceneRules rules, HttpContext http)
    {
        var errors = rules.Errors(request);
        IdempotencyKey.Check(http, errors);
        return errors;
    }

    /// <summary>It is as it was: its avatar is not, or it was deleted at this moment.</summary>
    private static async Task<ProblemHttpResult> ConflictAsync(Guid id, SceneReader reader, CancellationToken cancellationToken)
        => await reader.FindAsync(id, cancellationToken) is { } taken
            && RetryConflict.Of(taken, await reader.StandingOfAsync(taken, cancellationToken)) is { } conflict
            ? conflict
            : Problems.Of(StatusCodes.Status409Conflict, ProblemCodes.SceneChanged);
}
