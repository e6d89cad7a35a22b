using SceneGen.Scenes.Live;
using SceneGen.Web.Http;
using SceneGen.Web.Scenes.Live;

namespace SceneGen.Web.Scenes.Waiting;

/// <summary>
/// Holds a request until a scene has moved. It takes a seat like a stream does and, while it waits, no connection to the
/// database.
/// </summary>
internal sealed class LongPoll(
    SceneChanges changes, WatcherSeats seats, IHostApplicationLifetime lifetime, TimeProvider time)
{
    public DateTimeOffset EndOf(TimeSpan wait) => time.GetUtcNow() + wait;

    /// <summary>
    /// True when the scene has gone on from there; false when the time is up, the service stops, or too many wait already.
    /// </summary>
    public async Task<bool> WaitAsync(Guid sceneId, int knownSequence, DateTimeOffset until, HttpContext http)
    {
        using var seat = seats.Take(CallerSession.Of(http)).Seat;
        var rest = until - time.GetUtcNow();
        if (seat is null || rest <= TimeSpan.Zero)
        {
            return false;
        }

        using var patience = new CancellationTokenSource(rest, time);
        using var end = CancellationTokenSource.CreateLinkedTokenSource(
            patience.Token, lifetime.ApplicationStopping, http.RequestAborted);
        try
        {
            await changes.WaitAsync(sceneId, knownSequence, end.Token);
            return true;
        }
        catch (OperationCanceledException) when (end.IsCancellationRequested && !http.RequestAborted.IsCancellationRequested)
        {
            return false;
        }
    }
}
