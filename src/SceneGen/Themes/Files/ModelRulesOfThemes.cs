using SceneGen.Replicate.Models;

namespace SceneGen.Themes.Files;

/// <summary>What makes the models wrong that a theme names.</summary>
internal static class ModelRulesOfThemes
{
    private static readonly string[] Kept =
        ["width", "height", "size", "aspect_ratio", "resolution", "output_format", "max_images"];

    public static IEnumerable<(string Path, string Reason)> Faults(Theme theme, ModelLibrary models)
        => Unknown("models", theme.Models, models).Concat(OverrideFaults(theme, models));

    public static IEnumerable<(string Path, string Reason)> Unknown(
        string path, List<string> named, ModelLibrary models)
    {
        if (named.Exists(string.IsNullOrEmpty))
        {
            yield return (path, $"{path} holds an empty name.");
        }
        else if (named.Distinct(StringComparer.Ordinal).Count() < named.Count)
        {
            yield return (path, $"{path} names a model twice.");
        }
        else if (named.Find(id => models.Find(id) is null) is { } unknown)
        {
            yield return (path, $"{path} names '{unknown}', for which there is no profile.");
        }
    }

    private static IEnumerable<(string Path, string Reason)> OverrideFaults(Theme theme, ModelLibrary models)
    {
        foreach (var (id, change) in theme.Overrides)
        {
            if (models.Find(id) is not { } model)
            {
                yield return ("overrides", $"overrides names '{id}', for which there is no profile.");
                continue;
            }

            if (change.Words is { Length: 0 or > 500 })
            {
                yield return ("overrides", $"overrides: the words for {id} have to be 1 to 500 characters.");
            }

            foreach (var (name, value) in change.Input)
            {
                if (Kept.Contains(name) || (model.Input.TryGetValue(name, out var sent) && ModelInput.IsTheScenes(sent)))
                {
                    yield return ("overrides", $"overrides: {name} of {id} is the model's profile to say.");
                }
                else if (!ModelInput.CanSend(value))
                {
                    yield return (
                        "overrides",
                        $"overrides: {name} of {id} has to be a text, a number, true, false or a list of them.");
                }
            }
        }
    }
}
