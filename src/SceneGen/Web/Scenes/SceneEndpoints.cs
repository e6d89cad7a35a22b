using Microsoft.AspNetCore.Http.HttpResults;
using SceneGen.Contracts;
using SceneGen.Scenes;
using SceneGen.Scenes.Failures;
using SceneGen.Scenes.Messages;
using SceneGen.Web.Http;
using SceneGen.Web.Http.Words;
using SceneGen.Web.Scenes.Requests;
using SceneGen.Web.Scenes.Resources;

namespace SceneGen.Web.Scenes;

internal static class SceneEndpoints
{
    private const string RetryAfterSeconds = "2";

    public static void MapScenes(this IEndpointRouteBuilder routes)
    {
        var scenes = routes.MapGroup("/api/scenes").WithTags("Scenes");
        scenes.MapPost("", CreateAsync).Accepts<CreateSceneRequest>("application/json").WithSummary("Makes a scene of an avatar");
        scenes.MapGet("", ListAsync).WithSummary("Lists scenes, newest first");
        scenes.MapGet("{id:guid}", GetAsync).WithName("scene").WithSummary("Shows a scene");
        scenes.MapPut("{id:guid}/theme", ChooseThemeAsync).Accepts<ChooseThemeRequest>("application/json").WithSummary("Chooses the theme of a scene that waits for one");
        scenes.MapDelete("{id:guid}", DeleteAsync).WithSummary("Cancels a running scene, or deletes one that has ended");
    }

    private static async Task<Results<Accepted<SceneResource>, ProblemHttpResult>> CreateAsync(
        JsonBody<CreateSceneRequest> body, SceneRules rules, SceneIntake intake, SceneReader reader, HttpContext http)
    {
        if (body.Value is not { } request)
        {
            return body.Problem!;
        }

        if (rules.Errors(request) is { Count: > 0 } errors)
        {
            return Problems.Invalid(errors);
        }

        var command = ToCommand(request, reader.NewId);
        try
        {
            await intake.TakeAsync(command, http.RequestAborted);
        }
        catch (SceneExistsException)
        {
            return Problems.Of(StatusCodes.Status409Conflict, ProblemCodes.SceneExists);
        }

        http.Response.Headers.RetryAfter = RetryAfterSeconds;
        var scene = await reader.FindAsync(command.SceneId, http.RequestAborted);
        return TypedResults.Accepted(reader.LinkTo(command.SceneId), reader.ToResource(scene!));
    }

    private static async Task<Results<Ok<SceneList>, ProblemHttpResult>> ListAsync(
        [AsParameters] SceneQuery query, SceneReader reader, CancellationToken cancellationToken)
        => query.Errors() is { Count: > 0 } errors
            ? Problems.Invalid(errors)
            : TypedResults.Ok(await reader.ListAsync(query, cancellationToken));

    private static async Task<Results<Ok<SceneResource>, ProblemHttpResult>> GetAsync(
        Guid id, SceneReader reader, CancellationToken cancellationToken)
        => await reader.FindAsync(id, cancellationToken) switch
        {
            null => Problems.NoSuchScene(),
            { ErasedAt: not null } => Problems.SceneIsDeleted(),
            { } scene => TypedResults.Ok(reader.ToResource(scene)),
        };

    private static async Task<Results<Ok<SceneResource>, ProblemHttpResult>> ChooseThemeAsync(
        Guid id, JsonBody<ChooseThemeRequest> body, SceneRules rules, SceneIntake intake, SceneReader reader, HttpContext http)
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
            return scene is null ? Problems.NoSuchScene() : Problems.SceneIsDeleted();
        }

        if (scene.CurrentState != nameof(SceneStateMachine.AwaitingTheme))
        {
            // The same choice again, after a lost answer, is no conflict.
            return scene.Theme == request.Theme ? TypedResults.Ok(reader.ToResource(scene)) : ThemeIsChosen();
        }

        await intake.TakeAsync(new ThemeSelected { SceneId = id, Theme = request.Theme! }, http.RequestAborted);
        var chosen = (await reader.FindAsync(id, http.RequestAborted))!;
        return chosen.Theme == request.Theme ? TypedResults.Ok(reader.ToResource(chosen)) : ThemeIsChosen();
    }

    private static async Task<Results<Accepted<SceneResource>, NoContent, ProblemHttpResult>> DeleteAsync(
        Guid id, SceneIntake intake, SceneReader reader, CancellationToken cancellationToken)
    {
        var scene = await reader.FindAsync(id, cancellationToken);
        switch (scene)
        {
            case null:
                return Problems.NoSuchScene();
            case { ErasedAt: not null }:
                return Problems.SceneIsDeleted();
            case { CurrentState: nameof(SceneStateMachine.RollingBack) }:
                return Problems.Of(
                    StatusCodes.Status409Conflict, ProblemCodes.RollingBack, retryable: true);
            case var running when SceneStatus.IsRunning(running.CurrentState):
                await intake.TakeAsync(new SceneCancelRequested { SceneId = id }, cancellationToken);
                return TypedResults.Accepted(reader.LinkTo(id), reader.ToResource((await reader.FindAsync(id, cancellationToken))!));
            default:
                await intake.TakeAsync(new EraseScene { SceneId = id }, cancellationToken);
                return TypedResults.NoContent();
        }
    }

    private static ProblemHttpResult ThemeIsChosen()
        => Problems.Of(
            StatusCodes.Status409Conflict,
            ProblemCodes.ThemeChosen);

    private static CreateScene ToCommand(CreateSceneRequest request, Func<Guid> newId) => new()
    {
        SceneId = request.SceneId ?? newId(),
        Seed = request.Seed,
        CallbackUrl = request.CallbackUrl,
        Avatar = new AvatarGenerated
        {
            AvatarId = request.AvatarId ?? newId(),
            SessionId = request.SessionId ?? newId().ToString("N"),
            AvatarUrl = request.AvatarUrl!,
            Theme = request.Theme,
            Avatar = request.Avatar?.ToDescription(),
        },
    };
}
