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
    private static readonly ReadOnlyMemory<byte> Beat = ":\n\n"u8.ToArray();
    private static readonly ReadOnlyMemory<byte> Opening = "retry: 2000\n\n"u8.ToArray();

    /// <summary>Returns when nothing more is to come, the reader has gone, or the service stops.</summary>
    /// <param name="http">Where to.</param>
    /// <param name="language">In which words.</param>
    /// <param name="snapshot">What was read after the watching began.</param>
    /// <param name="known">What the reader knows; null: the present state comes first.</param>
    /// <param name="from">What follows is what comes then.</param>
    public async Task ShowAsync(
        HttpContext http, Language language, SceneSnapshot snapshot, int? known, SceneUpdate from)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted, lifetime.ApplicationStopping);
        try
        {
            await WriteAsync(http, Opening, stop.Token);
            var first = known is null ? [frames.Present(snapshot, language)] : frames.Of(snapshot, language);
            await WriteAsync(http, first, known ?? BeforeAll, stop.Token);
            if (!snapshot.IsOver)
            {
                await FollowAsync(http, language, snapshot.Scene.TimelineSequence, from, stop.Token);
            }
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // The reader has gone, or comes back to another instance.
        }
        catch (TimeoutException)
        {
            // It does not read; as a stream that breaks it is taken up again where it was.
            http.Abort();
        }
    }

    private async Task FollowAsync(
        HttpContext http, Language language, int position, SceneUpdate update, CancellationToken stop)
    {
        while (true)
        {
            var next = update.Next;
            await ((Task)next.WaitAsync(Heartbeat, time, stop)).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            stop.ThrowIfCancellationRequested();
            if (!next.IsCompleted)
            {
                await WriteAsync(http, Beat, stop);
                continue;
            }

            update = await next;
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
