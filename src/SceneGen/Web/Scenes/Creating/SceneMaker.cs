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
        var asked = Ask(http, request, key);
        var creation = await TryAsync(http, asked) ?? await ExplainAsync(asked, http.RequestAborted);
        if (creation.Quota is { } quota)
        {
            refusals.SetHeaders(http, quota);
        }

        return creation;
    }

    /// <summary>
    /// Null where the scene, or the answer to the same key, was there already, as it also is when the commit was not heard
    /// of. Reads nothing, so that several may run at once.
    /// </summary>
    public async Task<Creation?> TryAsync(HttpContext http, AskedScene asked)
    {
        var avatar = asked.Command.Avatar;
        var request = new CallerRequest
        {
            Key = asked.Key,
            Quota = quotas.Of(http, avatar.SessionId, avatar.Theme),
            ConfinedTo = CallerSession.Of(http),
            LastErasure = CallerSession.LastErasureOf(http),
            Describe = answers.Describe,
        };
        try
        {
            await intake.TakeAsync(asked.Command, request, http.RequestAborted);
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

        asked.NoteTaken();
        return request.Scene is { } made ? Creation.Made(reader.ToResource(made)) : null;
    }

    /// <summary>What stood in the way; or that nothing did.</summary>
    public async Task<Creation> ExplainAsync(AskedScene asked, CancellationToken cancellationToken)
        => await FindAsync(asked.Key, cancellationToken) is { } answered
            ? asked.HasMade(answered.Scene) ? Creation.Made(answered.Scene!) : answered
            : await LookAsync(asked, cancellationToken);

    public AskedScene Ask(HttpContext http, CreateSceneRequest request, AnswerKey? key)
        => new(ToCommand(http, request), key, isNamedHere: request.SceneId is null);

    private CreateScene ToCommand(HttpContext http, CreateSceneRequest request) => new()
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
    private async Task<Creation> LookAsync(AskedScene asked, CancellationToken cancellationToken)
        => await reader.FindAsync(asked.Id, cancellationToken) switch
        {
            null => Creation.Refused(Problems.NoSuchScene()),
            _ when !asked.IsOwn => Creation.Refused(Problems.Of(StatusCodes.Status409Conflict, ProblemCodes.SceneExists)),
            { ErasedAt: not null } => Creation.Refused(Problems.SceneIsDeleted()),
            var made => Creation.Made(reader.ToResource(made)),
        };
}
