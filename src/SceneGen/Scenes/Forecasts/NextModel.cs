using Microsoft.Extensions.Options;
using SceneGen.Scenes.Options;
using SceneGen.Themes;
using SceneGen.Themes.Variants;

namespace SceneGen.Scenes.Forecasts;

/// <summary>Which model paints a scene: the one that was asked, or, while none was, the one whose turn it is.</summary>
internal sealed class NextModel(ThemeLibrary themes, IOptions<SceneOptions> options)
{
    public string? Of(SceneState scene)
    {
        if (scene.CurrentState != nameof(SceneStateMachine.Submitting)
            || scene.Theme is not { } id || themes.Find(id) is not { } theme)
        {
            return scene.Model;
        }

        var models = themes.ModelsOf(theme, theme.LabelFor(scene.SessionId));
        return models[Math.Min((scene.Attempt - 1) / options.Value.AttemptsPerModel, models.Count - 1)].Id;
    }
}
