using Microsoft.AspNetCore.Http.HttpResults;
using SceneGen.Contracts;
using SceneGen.Scenes;
using SceneGen.Scenes.Callers;
using SceneGen.Scenes.Failures;
using SceneGen.Scenes.Messages;
using SceneGen.Scenes.Quotas;
using SceneGen.Web.Http;
using SceneGen.Web.Http.Words;
using SceneGen.Web.Quotas;
using SceneGen.Web.Scenes.Answers;
using SceneGen.Web.Scenes.Requests;

namespace SceneGen.Web.Scenes.Creating;

/// <summary>Makes a scene of a request that is valid, or finds out that it was made before.</summary>
internal sealed class SceneMaker(
    SceneIntake intake, SceneReader reader, AnswerBook answers, QuotaClaims quotas, QuotaRefusals refusals)
{
    /// <summary>What the same request was answered.</summary>
    public Task<Creation?> FindAsync(AnswerKey? key, CancellationToken cancellationToken)
        => answers.FindOneAsync(key, cancellationToken);

    /// <summary>Names a quota that was in the way in the answer's headers too.</summary>
    public async Task<Creation> MakeAsync(HttpContext http, CreateSceneRequest request, AnswerKey? key)
    {
        var command = ToCommand(http, request);
        var creation = await TryAsync(http, command, key) ?? await ExplainAsync(command.SceneId, key, http.RequestAborted);
        if (creation.Quota is { } quota)
        {
            refusals.SetHeaders(http, quota);
        }

        return creation;
    }

    /// <summary>
    /// Null where the scene, or the answer to the same key, was there already. Reads nothing, so that several may run at once.
    /// </summary>
    public async Task<Creation?> TryAsync(HttpContext http, CreateScene command, AnswerKey? key)
    {
        var request = new CallerRequest
        {
            Key = key,
            Quota = quotas.Of(http, command.Avatar.SessionId, command.Avatar.Theme),
            ConfinedTo = CallerSession.Of(http),
            LastErasure = CallerSession.LastErasureOf(http),
            Describe = answers.Describe,
        };
        try
        {
            await intake.TakeAsync(command, request, http.RequestAborted);
        }
        catch (SceneExistsException)
        {
            return null;
        }
        catch (AvatarForeignException)
        {
            return Creation.Refused(Problems.Of(StatusCodes.Status404NotFound, ProblemCodes.AvatarUnknown));
        }
        catch (QuotaExceededException error)
        {
            return Creation.Over(error.Kind, refusals.Refuse(error.Kind));
        }

        return Creation.Made(reader.ToResource(request.Scene!));
    }

    /// <summary>What stood in the way.</summary>
    public async Task<Creation> ExplainAsync(Guid sceneId, AnswerKey? key, CancellationToken cancellationToken)
        => await FindAsync(key, cancellationToken) ?? Creation.Refused(await ConflictAsync(sceneId, cancellationToken));

    public CreateScene ToCommand(HttpContext http, CreateSceneRequest request) => new()
    {
        SceneId = request.SceneId ?? reader.NewId(),
        Seed = request.Seed,
        CallbackUrl = request.CallbackUrl,
        CallbackCaller = request.CallbackUrl is null ? null : Caller.KeyOf(http),
        Avatar = new AvatarGenerated
        {
            AvatarId = request.AvatarId ?? reader.NewId(),
            SessionId = request.SessionId ?? CallerSession.Of(http) ?? reader.NewId().ToString("N"),
            AvatarUrl = request.AvatarUrl!,
            Theme = request.Theme,
            Avatar = request.Avatar?.ToDescription(),
        },
    };

    // To whom a scene is not shown, it is not named either.
    private async Task<ProblemHttpResult> ConflictAsync(Guid sceneId, CancellationToken cancellationToken)
        => await reader.FindAsync(sceneId, cancellationToken) is null
            ? Problems.NoSuchScene()
            : Problems.Of(StatusCodes.Status409Conflict, ProblemCodes.SceneExists);
}
