using Microsoft.Extensions.Options;
using SceneGen.Assets;
using SceneGen.Data;
using SceneGen.Scenes;
using SceneGen.Scenes.Forecasts;
using SceneGen.Scenes.Links;
using SceneGen.Scenes.Words;
using SceneGen.Web.Scenes.Resources;

namespace SceneGen.Web.Scenes.Live;

/// <summary>Tells callers of scenes, in whichever answer.</summary>
internal sealed partial class SceneTeller(
    SceneLinks links, IOptions<StorageOptions> storage, Forecaster forecaster, TimeProvider time, ILogger<SceneTeller> logger)
{
    /// <summary>Has what is said of the time that is left be of late.</summary>
    public async Task PrepareAsync(CancellationToken cancellationToken)
    {
        try
        {
            await forecaster.RefreshAsync().WaitAsync(cancellationToken);
        }
        catch (Exception error) when (!cancellationToken.IsCancellationRequested
            && (DatabaseFault.IsOne(error) || error is OperationCanceledException))
        {
            // An answer without it is better than none.
            Log.NoForecast(logger, error.Message);
        }
    }

    public SceneResource ResourceOf(SceneState scene, Language language)
        => SceneResource.Of(scene, StepOf(scene, language), links, storage.Value.Retention, language);

    public SceneStep StepOf(SceneState scene, Language language)
    {
        var now = time.GetUtcNow();
        return SceneStep.Of(scene, language, now, forecaster.SecondsLeft(scene, now));
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "How long scenes took of late could not be read. {Reason}")]
        public static partial void NoForecast(ILogger logger, string reason);
    }
}
