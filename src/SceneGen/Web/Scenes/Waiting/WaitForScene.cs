using Microsoft.AspNetCore.Http.HttpResults;
using SceneGen.Scenes.Watching;
using SceneGen.Web.Scenes.Resources;

namespace SceneGen.Web.Scenes.Waiting;

/// <summary>
/// Answers with the finished scene, where the caller would rather wait and it ends in time; else as ever.
/// </summary>
internal sealed class WaitForScene(LongPoll poll) : IEndpointFilter
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

    /// <summary>Null where it does not end in time.</summary>
    private async Task<SceneResource?> EndAsync(Guid sceneId, TimeSpan wait, HttpContext http)
    {
        var reader = http.RequestServices.GetRequiredService<SceneReader>();
        var until = poll.EndOf(wait);
        while (await reader.FindAsync(sceneId, http.RequestAborted) is { ErasedAt: null } scene)
        {
            if (SceneMark.Of(scene).IsOver)
            {
                return reader.ToResource(scene);
            }

            if (!await poll.WaitAsync(sceneId, scene.TimelineSequence, until, http))
            {
                return null;
            }
        }

        return null;
    }
}
