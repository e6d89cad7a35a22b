using Microsoft.AspNetCore.Http.Timeouts;
using SceneGen.Scenes;
using SceneGen.Scenes.Live;
using SceneGen.Web.Scenes.Live;

namespace SceneGen.Web.Scenes.Waiting;

/// <summary>
/// Holds a request until a scene stands as is wished. It reads the scene once, takes a seat like a stream does, is told of
/// changes with all who watch the scene and, while it waits, holds nothing of the database.
/// </summary>
internal sealed class LongPoll(
    SceneChanges changes, SceneFinder scenes, WatcherSeats seats, IHostApplicationLifetime lifetime, TimeProvider time)
{
    public async Task<Waited> WaitAsync(Guid sceneId, Func<SceneState, bool> isWished, TimeSpan wait, HttpContext http)
    {
        // The time a request may take is for work, which may be done already.
        http.Features.Get<IHttpRequestTimeoutFeature>()?.DisableTimeout();
        using var watching = changes.Watch(sceneId);
        var scene = await scenes.FindAsync(sceneId, http.RequestAborted);
        if (scene is null or { ErasedAt: not null } || isWished(scene))
        {
            return new Waited(scene, WaitOutcome.NoneNeeded);
        }

        using var seat = seats.Take(http).Seat;
        if (seat is null)
        {
            return new Waited(scene, WaitOutcome.Full);
        }

        using var patience = new CancellationTokenSource(wait, time);
        using var end = CancellationTokenSource.CreateLinkedTokenSource(
            patience.Token, lifetime.ApplicationStopping, http.RequestAborted);
        if (!watching.Begin(scene.TimelineSequence))
        {
            scene = await scenes.FindAsync(sceneId, http.RequestAborted);
            if (scene is null or { ErasedAt: not null } || isWished(scene))
            {
                return new Waited(scene, WaitOutcome.Changed);
            }
        }

        try
        {
            return new Waited(await FollowAsync(watching, scene.TimelineSequence, isWished, end.Token), WaitOutcome.Changed);
        }
        catch (OperationCanceledException) when (end.IsCancellationRequested && !http.RequestAborted.IsCancellationRequested)
        {
            return new Waited(scene, patience.IsCancellationRequested ? WaitOutcome.TimeUp : WaitOutcome.Stopping);
        }
    }

    /// <summary>What was under way when the watching began may be older than what the watcher has read.</summary>
    private static async Task<SceneState> FollowAsync(
        Watching watching, int position, Func<SceneState, bool> isWished, CancellationToken end)
    {
        while (true)
        {
            var snapshot = (await watching.NextAsync(Timeout.InfiniteTimeSpan, end))!.Snapshot!;
            if (snapshot.IsGone || (snapshot.Scene.TimelineSequence > position && isWished(snapshot.Scene)))
            {
                return snapshot.Scene;
            }
        }
    }
}
