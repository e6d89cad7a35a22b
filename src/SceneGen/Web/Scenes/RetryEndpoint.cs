using Microsoft.AspNetCore.Http.HttpResults;
using SceneGen.Scenes;
using SceneGen.Scenes.Messages;
using SceneGen.Web.Http;
using SceneGen.Web.Http.Words;
using SceneGen.Web.Scenes.Requests;
using SceneGen.Web.Scenes.Resources;

namespace SceneGen.Web.Scenes;

/// <summary>Another run of a scene that ended without a picture.</summary>
internal static class RetryEndpoint
{
    private const string RetryAfterSeconds = "2";

    public static void MapRetries(this IEndpointRouteBuilder routes)
        => routes.MapPost("/api/scenes/{id:guid}/retry", RetryAsync)
            .WithTags("Scenes")
            .Accepts<RetrySceneRequest>(isOptional: true, "application/json")
            .WithSummary("Makes a failed, expired or canceled scene once more, with the same theme or another one");

    private static async Task<Results<Accepted<SceneResource>, ProblemHttpResult>> RetryAsync(
        Guid id,
        OptionalJsonBody<RetrySceneRequest> body,
        SceneRules rules,
        SceneIntake intake,
        SceneReader reader,
        HttpContext http)
    {
        if (body.Value is not { } request)
        {
            return body.Problem!;
        }

        if (rules.Errors(request) is { Count: > 0 } errors)
        {
            return Problems.Invalid(errors);
        }

        var scene = await reader.FindAsync(id, http.RequestAborted);
        if (scene is null or { ErasedAt: not null })
        {
            return scene is null
                ? Problems.NoSuchScene()
                : Problems.Of(StatusCodes.Status410Gone, ProblemCodes.SceneDeleted);
        }

        if (RetryConflict.Of(scene, await reader.StandingOfAsync(scene, http.RequestAborted)) is { } conflict)
        {
            return conflict;
        }

        var retry = new RetryScene { SceneId = id, Run = scene.Run, Theme = request.Theme };
        await intake.TakeAsync(retry, http.RequestAborted);
        var taken = (await reader.FindAsync(id, http.RequestAborted))!;
        if (taken.CurrentState == scene.CurrentState && taken.TimelineSequence == scene.TimelineSequence)
        {
            // It is as it was: its avatar is not, or it was deleted at this moment.
            return RetryConflict.Of(taken, await reader.StandingOfAsync(taken, http.RequestAborted))
                ?? Problems.Of(StatusCodes.Status409Conflict, ProblemCodes.SceneChanged, retryable: true);
        }

        http.Response.Headers.RetryAfter = RetryAfterSeconds;
        return TypedResults.Accepted(reader.LinkTo(id), reader.ToResource(taken));
    }
}
