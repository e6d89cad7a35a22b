using Microsoft.Extensions.Options;
using SceneGen.Assets;
using SceneGen.Scenes;
using SceneGen.Scenes.Forecasts;
using SceneGen.Scenes.Links;
using SceneGen.Scenes.Words;
using SceneGen.Web.Scenes.Resources;

namespace SceneGen.Web.Scenes.Live;

/// <summary>Tells callers of scenes, in whichever answer.</summary>
internal sealed class SceneTeller(
    SceneLinks links, IOptions<StorageOptions> storage, Forecaster forecaster, TimeProvider time)
{
    /// <summary>Has what is said of the time that is left be of late.</summary>
    public Task PrepareAsync(CancellationToken cancellationToken) => forecaster.RefreshAsync().WaitAsync(cancellationToken);

    public SceneResource ResourceOf(SceneState scene, Language language)
    {
        var now = time.GetUtcNow();
        var step = SceneStep.Of(scene, language, now, forecaster.SecondsLeft(scene, now));
        return SceneResource.Of(scene, step, links, storage.Value.Retention, language);
    }
}
