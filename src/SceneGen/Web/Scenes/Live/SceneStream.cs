using SceneGen.Observability.Metrics;
using SceneGen.Scenes.Live;
using SceneGen.Scenes.Words;

namespace SceneGen.Web.Scenes.Live;

/// <summary>Shows a scene to one who watches, event by event. Nothing is kept for a reader who does not read.</summary>
internal sealed class SceneStream(
    SceneFrames frames, SceneTeller teller, IHostApplicationLifetime lifetime, WatchMeter meter, TimeProvider time)
{
    private const int BeforeAll = -1;
    private static readonly TimeSpan Heartbeat = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    /// <summary>Then whoever watches has to show again that they may: a key is revoked, or a session's time is over.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(10);

    /// <summary>So that many who came at once, as after a restart, do not come back at once for ever.</summary>
    private static readonly TimeSpan Spread = TimeSpan.FromMinutes(1);

    private static readonly ReadOnlyMemory<byte> Beat = ":\n\n"u8.ToArray();
    private static readonly ReadOnlyMemory<byte> Opening = "retry: 2000\n\n"u8.ToArray();

    /// <summary>
    /// Returns when nothing more is to come, the reader has gone, the service stops, or it has lasted long enough; a reader
    /// goes on from its last event by asking again.
    /// </summary>
    public async Task ShowAsync(HttpContext http, Language language, Beginning beginning, Watching watching)
    {
        using var enough = new CancellationTokenSource(Longest + (Spread * Random.Shared.NextDouble()), time);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(
            http.RequestAborted, lifetime.ApplicationStopping, enough.Token);
        try
        {
            await BeginAsync(http, language, beginning.Give(), beginning.Known, stop.Token);
            if (!beginning.IsOver)
            {
                await FollowAsync(http, language, beginning.Position, watching, stop.Token);
            }
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // The reader has gone, or comes back, perhaps to another instance.
        }
        catch (TimeoutException)
        {
            // It does not read; as a stream that breaks it is taken up again where it was.
            http.Abort();
        }
    }

    private async Task BeginAsync(
        HttpContext http, Language language, SceneSnapshot snapshot, int? known, CancellationToken stop)
    {
        await WriteAsync(http, Opening, stop);
        var first = known is null ? [frames.Present(snapshot, language)] : frames.Of(snapshot, language);
        await WriteAsync(http, first, known ?? BeforeAll, stop);
    }

    private async Task FollowAsync(
        HttpContext http, Language language, int position, Watching watching, CancellationToken stop)
    {
        while (true)
        {
            if (await watching.NextAsync(Heartbeat, stop) is not { } update)
            {
                await WriteAsync(http, Beat, stop);
                continue;
            }

            var snapshot = update.Snapshot!;
            if (snapshot.IsGone)
            {
                return;
            }

            if (snapshot.Scene.TimelineSequence <= position)
            {
                continue;
            }

            await teller.PrepareAsync(stop);
            await WriteAsync(http, update.Render(language, frames.Of), position, stop);
            position = snapshot.Scene.TimelineSequence;
            if (snapshot.IsOver)
            {
                return;
            }
        }
    }

    private async Task WriteAsync(
        HttpContext http, IReadOnlyList<SceneFrame> all, int known, CancellationToken stop)
    {
        var count = 0;
        foreach (var frame in all.Where(frame => frame.Sequence > known))
        {
            await WriteAsync(http, frame.Bytes, stop);
            count++;
        }

        meter.Show(count);
    }

    private async Task WriteAsync(HttpContext http, ReadOnlyMemory<byte> bytes, CancellationToken stop)
    {
        var writing = http.Response.BodyWriter.WriteAsync(bytes, stop);
        if (!writing.IsCompletedSuccessfully)
        {
            await writing.AsTask().WaitAsync(Patience, time, stop);
        }
    }
}
