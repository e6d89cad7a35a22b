using Microsoft.AspNetCore.Http.HttpResults;
using SceneGen.Contracts;
using SceneGen.Scenes;
using SceneGen.Scenes.Messages;
using SceneGen.Web.Http;
using SceneGen.Web.Http.Queries;
using SceneGen.Web.Http.Words;
using SceneGen.Web.Scenes.Answers;
using SceneGen.Web.Scenes.Creating;
using SceneGen.Web.Scenes.Requests;
using SceneGen.Web.Scenes.Resources;
using SceneGen.Web.Scenes.Waiting;

namespace SceneGen.Web.Scenes;

internal static class SceneEndpoints
{
    private const string CreateRoute = "POST /api/scenes";

    public static void MapScenes(this IEndpointRouteBuilder routes)
    {
        var scenes = routes.MapGroup("/api/scenes").WithTags("Scenes");
        scenes.MapPost("", CreateAsync).Accepts<CreateSceneRequest>("application/json").WithSummary("Makes a scene of an avatar").AddEndpointFilter<WaitForScene>().Produces<SceneResource>();
        scenes.MapGet("", ListAsync).WithSummary("Lists scenes, newest first");
        scenes.MapPut("{id:guid}/theme", ChooseThemeAsync).Accepts<ChooseThemeRequest>("application/json").WithSummary("Chooses the theme of a scene that waits for one");
        scenes.MapDelete("{id:guid}", DeleteAsync).WithSummary("Cancels a running scene, or deletes one that has ended");
    }

    private static async Task<Results<Accepted<SceneResource>, ProblemHttpResult>> CreateAsync(
        JsonBody<CreateSceneRequest> body, CreateRules rules, SceneMaker maker, SceneReader reader, HttpContext http)
    {
        var problem = body.Check(request => rules.ErrorsWithKey(http, request));
        if (body.Value is not { } request)
        {
            return problem!;
        }

        var key = RequestKeys.Of(http, CreateRoute, request);
        problem ??= CallerSession.Refuse(http, request.SessionId);

        // What was answered once is answered again, though rules have changed since.
        var creation = await maker.FindAsync(key, http.RequestAborted)
            ?? (problem is null ? await maker.MakeAsync(http, request, key) : Creation.Refused(problem));
        return reader.AnswerOf(creation, http);
    }

    private static async Task<Results<Ok<SceneList>, ProblemHttpResult>> ListAsync(
        [AsParameters] SceneQuery query, SceneReader reader, HttpContext http)
        => query.Errors() is { Count: > 0 } errors ? Problems.Invalid(errors)
            : CallerSession.Refuse(http, query.SessionId) is { } foreign ? foreign
            : TypedResults.Ok(await reader.ListAsync(query, http.RequestAborted));

    private static async Task<Results<Ok<SceneResource>, ProblemHttpResult>> ChooseThemeAsync(
        Guid id, JsonBody<ChooseThemeRequest> body, SceneRules rules, QuotaGate gate, SceneReader reader, HttpContext http)
    {
        if (body.Check(rules.Errors) is { } problem)
        {
            return problem;
        }

        var request = body.Value!;
        var scene = await reader.FindAsync(id, http.RequestAborted);
        if (scene is null or { ErasedAt: not null })
        {
            return scene is null ? Problems.NoSuchScene() : Problems.SceneIsDeleted();
        }

        if (scene.CurrentState != nameof(SceneStateMachine.AwaitingTheme))
        {
            // The same choice again, after a lost answer, is no conflict.
            return scene.Theme == request.Theme ? TypedResults.Ok(reader.ToResource(scene)) : ThemeIsChosen();
        }

        var choice = new ThemeSelected { SceneId = id, Theme = request.Theme! };
        if (await gate.TakeAsync(http, choice, scene.SessionId, choice.Theme) is { } refusal)
        {
            return refusal;
        }

        var chosen = (await reader.FindAsync(id, http.RequestAborted))!;
        return chosen.Theme == request.Theme ? TypedResults.Ok(reader.ToResource(chosen)) : ThemeIsChosen();
    }

    private static async Task<Results<Accepted<SceneResource>, NoContent, ProblemHttpResult>> DeleteAsync(
        Guid id, string? whileRunning, SceneIntake intake, SceneReader reader, CancellationToken cancellationToken)
    {
        var query = new QueryReader();
        var isForRunning = query.Flag("whileRunning", whileRunning) is true;
        if (query.Errors.Count > 0)
        {
            return Problems.Invalid(query.Errors);
        }

        var scene = await reader.FindAsync(id, cancellationToken);
        switch (scene)
        {
            case null:
                return Problems.NoSuchScene();
            case { ErasedAt: not null }:
                return Problems.SceneIsDeleted();
            case { CurrentState: nameof(SceneStateMachine.RollingBack) }:
                return IsRollingBack();
            case var running when SceneStatus.IsRunning(running.CurrentState):
                await intake.TakeAsync(new SceneCancelRequested { SceneId = id }, cancellationToken);
                var after = (await reader.FindAsync(id, cancellationToken))!;

                // It may have ended by itself before it was its turn; the request to cancel did nothing then.
                return isForRunning && !SceneStatus.IsRunning(after.CurrentState)
                    && after.CurrentState != nameof(SceneStateMachine.Canceled)
                    ? HasEnded()
                    : TypedResults.Accepted(reader.LinkTo(id), reader.ToResource(after));
            case var _ when isForRunning:
                return HasEnded();
            default:
                await intake.TakeAsync(new EraseScene { SceneId = id }, cancellationToken);
                return WhyNotErased(await reader.FindAsync(id, cancellationToken)) is { } refusal
                    ? refusal
                    : TypedResults.NoContent();
        }
    }

    /// <summary>It may have begun again, by a retry or an operator's order, before it was its turn; null where it is erased.</summary>
    private static ProblemHttpResult? WhyNotErased(SceneState? scene) => scene switch
    {
        null or { ErasedAt: not null } => null,
        { CurrentState: nameof(SceneStateMachine.RollingBack) } => IsRollingBack(),
        _ => Problems.Of(StatusCodes.Status409Conflict, ProblemCodes.SceneChanged),
    };

    private static ProblemHttpResult HasEnded() => Problems.Of(StatusCodes.Status409Conflict, ProblemCodes.SceneEnded);

    private static ProblemHttpResult IsRollingBack()
        => Problems.Of(StatusCodes.Status409Conflict, ProblemCodes.RollingBack);

    private static ProblemHttpResult ThemeIsChosen()
        => Problems.Of(
            StatusCodes.Status409Conflict,
            ProblemCodes.ThemeChosen);
}
