using Microsoft.Extensions.Options;
using SceneGen.Generation.Messages;
using SceneGen.Replicate.Models;
using SceneGen.Scenes.Options;
using SceneGen.Themes;

namespace SceneGen.Generation.Planning;

/// <summary>Plans a picture that only shows whether the provider will paint this avatar at all.</summary>
internal sealed class ProbePlanner(ThemeLibrary themes, IOptions<SceneOptions> options)
{
    /// <summary>The version of no theme.</summary>
    public const int NoTheme = 0;

    private const int Seed = 1;
    private const string Prompt =
        "Place the figure from the reference picture on a green meadow under a blue sky with a few white clouds. "
        + "Wide 16:9 frame, soft daylight, nothing else in the picture.";

    /// <summary>Null where the theme has gone, or the scene has no money left for it.</summary>
    public GenerationPlan? Plan(GenerateScene probe)
    {
        var model = themes.Find(probe.Theme) is { } theme ? themes.ModelsOf(theme).MinBy(model => model.Price) : null;
        return model is not null && probe.Spent + model.Price <= options.Value.CostCap
            ? new GenerationPlan
            {
                Model = model.Id,
                ThemeVersion = NoTheme,
                Prompt = Prompt,
                Seed = model.TakesSeed ? Seed : null,
                Input = ModelInput.Fill(model, Prompt, probe.Picture?.FileUrl ?? probe.AvatarUrl, model.TakesSeed ? Seed : null),
                AvatarField = model.AvatarField,
                Price = model.Price,
                AttemptLimit = 1,
            }
            : null;
    }
}
