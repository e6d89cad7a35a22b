using SceneGen.Simulator.Painting;
using SceneGen.Simulator.Replicate.Predictions;

namespace SceneGen.Simulator.Replicate;

/// <summary>Works on predictions from the moment they are created, whether anybody asks for them or not.</summary>
internal sealed partial class PredictionWorker(
    FakeReplicate replicate,
    PictureMaker maker,
    IHostApplicationLifetime lifetime,
    ILogger<PredictionWorker> logger) : BackgroundService
{
    private const int AtOnce = 16;
    private const string UnknownReason = "Prediction failed for an unknown reason. It might have run out of memory?";

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await StartedAsync(stoppingToken);
        await Parallel.ForEachAsync(
            replicate.Work.ReadAllAsync(stoppingToken),
            new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = stoppingToken },
            WorkOnAsync);
    }

    /// <summary>Avatars may have to come from this very host, so predictions of an earlier run wait for it.</summary>
    private async Task StartedAsync(CancellationToken cancellationToken)
    {
        var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var registration = lifetime.ApplicationStarted.Register(started.SetResult);
        await started.Task.WaitAsync(cancellationToken);
    }

    private async ValueTask WorkOnAsync(FakePrediction prediction, CancellationToken cancellationToken)
    {
        if (prediction.Fault?.NeverEnds() == true || replicate.Look(prediction).Ended)
        {
            return;
        }

        var (file, error) = await MakeAsync(prediction, cancellationToken);
        replicate.Finish(prediction, file, error);
    }

    private async Task<(string? File, string? Error)> MakeAsync(
        FakePrediction prediction, CancellationToken cancellationToken)
    {
        try
        {
            return (await maker.MakeAsync(prediction, cancellationToken), null);
        }
        catch (PredictionFailedException exception)
        {
            return (null, exception.Message);
        }
        catch (VipsFailedException exception)
        {
            Log.PaintingFailed(logger, exception, prediction.Id);
            return (null, UnknownReason);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Error, "The picture of prediction {PredictionId} could not be painted")]
        public static partial void PaintingFailed(ILogger logger, Exception exception, string predictionId);
    }
}
