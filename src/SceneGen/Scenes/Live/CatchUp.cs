using Microsoft.Extensions.Options;
using SceneGen.Data;
using SceneGen.Scenes.Live.Wire;

namespace SceneGen.Scenes.Live;

/// <summary>
/// Hears what other instances say, and looks now and then whether watched scenes have moved without a word: a notice may be
/// lost, a change never is.
/// </summary>
internal sealed partial class CatchUp(
    SceneChanges changes, ChangePost post, IOptions<LiveOptions> options, TimeProvider time, ILogger<CatchUp> logger)
    : BackgroundService
{
    private TaskCompletionSource _lookNow = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Notices may have been lost at this moment.</summary>
    public void LookNow() => Volatile.Read(ref _lookNow).TrySetResult();

    public void Hear(string text)
    {
        var notice = ChangeNotice.Parse(text);
        if (notice.Instance == post.Instance)
        {
            return;
        }

        if (notice.IsInterest)
        {
            post.NoteInterest();
        }

        foreach (var (scene, sequence) in notice.Changes)
        {
            changes.Hear(scene, sequence);
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            await _lookNow.Task.WaitAsync(options.Value.CatchUp, time, stoppingToken)
                .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            Volatile.Write(ref _lookNow, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
            await LookAsync(stoppingToken);
        }
    }

    private async Task LookAsync(CancellationToken stoppingToken)
    {
        if (!changes.IsWatched)
        {
            return;
        }

        try
        {
            await changes.LookAsync(stoppingToken);
        }
        catch (Exception error) when (DatabaseFault.IsOne(error) || stoppingToken.IsCancellationRequested)
        {
            Log.NotLooked(logger, error.Message);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "Whether watched scenes have moved could not be read, and will be. {Reason}")]
        public static partial void NotLooked(ILogger logger, string reason);
    }
}
