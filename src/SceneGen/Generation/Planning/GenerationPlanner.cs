using Microsoft.Extensions.Options;
using SceneGen.Assets.Fetching;
using SceneGen.Contracts;
using SceneGen.Generation.Failures;
using SceneGen.Generation.Messages;
using SceneGen.Scenes.Options;
using SceneGen.Themes;
using SceneGen.Themes.Asking;
using SceneGen.Themes.Variants;

namespace SceneGen.Generation.Planning;

/// <summary>Chooses model, prompt and seed of an attempt. The same attempt always gives the same plan.</summary>
internal sealed class GenerationPlanner(
    ThemeLibrary themes, AvatarUrlPolicy avatarUrls, IOptions<SceneOptions> scenes)
{
    public (GenerationPlan? Plan, AttemptFailure? Failure) Plan(GenerateScene scene)
    {
        if (themes.Find(scene.Theme) is not { } theme)
        {
            return (null, new AttemptFailure(SceneFailureCodes.ThemeUnknown, SceneFault.Theme, Retryable: false));
        }

        // Over the bus nobody has judged it yet.
        if (avatarUrls.Refuse(scene.AvatarUrl) is { } refusal)
        {
            return (null, new AttemptFailure(SceneFailureCodes.AvatarUrlRefused, SceneFault.Avatar, false, refusal));
        }

        var label = theme.LabelFor(scene.SessionId ?? scene.SceneId.ToString());
        var perModel = scenes.Value.AttemptsPerModel;
        var models = themes.ModelsOf(theme, label);
        var model = models[Math.Min((scene.Attempt - 1) / perModel, models.Count - 1)];
        if (scene.Spent + model.Price > scenes.Value.CostCap)
        {
            var bill = FormattableString.Invariant(
                $"{model.Id} would cost {model.Price:0.####} US dollars more than {scene.Spent:0.####}.");
            return (null, new AttemptFailure(SceneFailureCodes.CostCapReached, SceneFault.Provider, false, bill));
        }

        var staging = Staging.Of(theme, scene.Avatar?.Kind, label);
        var seed = model.TakesSeed ? scene.Seed ?? theme.Seed.For(scene.SceneId, scene.Run, scene.Attempt) : (int?)null;
        var order = ThemeOrder.Of(staging, scene.Avatar, scene.Picture?.FileUrl ?? scene.AvatarUrl, model, seed);
        return (new GenerationPlan
        {
            Model = model.Id,
            ThemeVersion = theme.Version,
            ThemeHash = theme.Hash,
            ThemeLabel = label?.Id,
            AvatarBox = staging.Box,
            Quality = theme.Quality,
            Prompt = order.Prompt,
            Seed = seed,
            Input = order.Input,
            AvatarField = model.AvatarField,
            Price = model.Price,
            AttemptLimit = perModel * models.Count,
        }, null);
    }
}
