using SceneGen.Scenes;
using SceneGen.Scenes.Callers;
using SceneGen.Scenes.Failures;
using SceneGen.Scenes.Messages;
using SceneGen.Scenes.Quotas;
using SceneGen.Web.Quotas;
using SceneGen.Web.Scenes.Answers;
using SceneGen.Web.Scenes.Requests;

namespace SceneGen.Web.Scenes.Creating;

/// <summary>Makes another run of a scene, or finds that the same request has made it.</summary>
internal sealed class RetryMaker(
    SceneIntake intake, SceneReader reader, AnswerBook answers, QuotaClaims quotas, QuotaRefusals refusals)
{
    public Task<Creation?> FindAsync(AnswerKey? key, CancellationToken cancellationToken)
        => answers.FindOneAsync(key, cancellationToken);

    /// <summary>Null where the request has changed nothing.</summary>
    public async Task<Creation?> MakeAsync(HttpContext http, SceneState scene, RetrySceneRequest request, AnswerKey? key)
    {
        var (id, theme) = (scene.CorrelationId, request.Theme);
        var asked = new CallerRequest
        {
            Key = key,
            Quota = quotas.Of(http, scene.SessionId, theme ?? scene.Theme),
            Describe = answers.Describe,
        };
        try
        {
            await intake.TakeAsync(new RetryScene { SceneId = id, Run = scene.Run, Theme = theme }, asked, http.RequestAborted);
        }
        catch (SceneExistsException)
        {
            return await FindAsync(key, http.RequestAborted);
        }
        catch (QuotaExceededException error)
        {
            refusals.SetHeaders(http, error.Kind);
            return Creation.Over(error.Kind, refusals.Refuse(error.Kind));
        }

        return asked.Scene is { } made
            ? Creation.Made(reader.ToResource(made))
            : await FindAsync(key, http.RequestAborted);
    }
}
