using Microsoft.AspNetCore.Http.HttpResults;
using SceneGen.Scenes;
using SceneGen.Scenes.Watching;
using SceneGen.Web.Http.Words;
using SceneGen.Web.Scenes.Live;
using SceneGen.Web.Scenes.Resources;

namespace SceneGen.Web.Scenes.Waiting;

/// <summary>
/// Answers with the finished scene, where the caller would rather wait and it ends in time; else as ever.
/// </summary>
internal sealed partial class WaitForScene(LongPoll poll, SceneTeller teller, ILogger<WaitForScene> logger) : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var (http, answer) = (context.HttpContext, await next(context));
        return PreferWait.Of(http.Request) is { } wait
            && ResultOf(answer) is Accepted<SceneResource> { Value.Id: var id } accepted
            && await EndAsync(id, wait, http) is { } ended
            ? Finished(ended, accepted.Location, wait, http.Response)
            : answer;
    }

    private static object? ResultOf(object? answer) => answer is INestedHttpResult nested ? ResultOf(nested.Result) : answer;

    private static Ok<SceneResource> Finished(SceneResource ended, string? location, TimeSpan wait, HttpResponse response)
    {
        PreferWait.SayApplied(response, wait);
        response.Headers.Remove("Retry-After");
        response.Headers.Location = location;
        return TypedResults.Ok(ended);
    }

    /// <summary>Null where it does not end in time, or where nobody can say.</summary>
    private async Task<SceneResource?> EndAsync(Guid sceneId, TimeSpan wait, HttpContext http)
    {
        try
        {
            var (scene, _) = await poll.WaitAsync(sceneId, IsOver, wait, http);
            return scene is { ErasedAt: null } && IsOver(scene) ? teller.ResourceOf(scene, AnswerLanguage.Choose(http)) : null;
        }
        catch (Exception error) when (!http.RequestAborted.IsCancellationRequested)
        {
            // The scene is accepted, whatever befalls the wait for it, and the caller has to know that.
            Log.NotWaited(logger, sceneId, error.Message);
            return null;
        }
    }

    private static bool IsOver(SceneState scene) => SceneMark.Of(scene).IsOver;

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "Scene {SceneId}: its end could not be waited for; the caller was told that it is accepted. {Reason}")]
        public static partial void NotWaited(ILogger logger, Guid sceneId, string reason);
    }
}
