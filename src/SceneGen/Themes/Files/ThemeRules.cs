using System.Text.RegularExpressions;
using SceneGen.Contracts;
using SceneGen.Replicate.Models;
using SceneGen.Themes.Asking;
using SceneGen.Themes.Prompts;
using SceneGen.Themes.Variants;

namespace SceneGen.Themes.Files;

/// <summary>What makes a theme's file wrong: the path of what is at fault, and one sentence that names it.</summary>
internal static partial class ThemeRules
{
    private static readonly string LongName = new('M', AvatarWords.LongestName);

    public static (string Path, string Reason)? Fault(Theme theme, string fileName, ModelLibrary models)
        => Faults(theme, fileName)
            .Concat(WordRules.Faults(theme))
            .Concat(PromptFaults("prompt", theme.Prompt))
            .Concat(ModelRulesOfThemes.Faults(theme, models))
            .Concat(LabelFaults(theme, models))
            .Concat(VariantRules.Faults(theme))
            .Concat(RoomFaults(theme, models))
            .Select(fault => ((string, string)?)fault)
            .FirstOrDefault();

    public static IEnumerable<(string Path, string Reason)> PromptFaults(string path, string? prompt)
    {
        if (prompt is { Length: 0 or > 3000 })
        {
            yield return (path, $"{path} has to be 1 to 3,000 characters.");
        }

        if (prompt is not null && ScenePrompt.UnknownPlaceholders(prompt).FirstOrDefault() is { } unknown)
        {
            yield return (path, $"{path} holds {unknown}; it may hold {string.Join(", ", ScenePrompt.Placeholders)}.");
        }
    }

    private static IEnumerable<(string Path, string Reason)> Faults(Theme theme, string fileName)
    {
        if (!IdPattern().IsMatch(theme.Id))
        {
            yield return ("id", "id has to be 1 to 50 lower-case letters, digits and hyphens.");
        }

        if (theme.Id != fileName)
        {
            yield return ("id", $"id is '{theme.Id}'; it has to be the file's name, '{fileName}'.");
        }

        if (theme.Version < 1)
        {
            yield return ("version", "version has to be a whole number from 1.");
        }

        if (theme.Seed.Value < 0)
        {
            yield return ("seed.value", "seed.value has to be 0 to 2147483647.");
        }

        if (theme.Quality is { MinSharpness: < 0 } or { MinAvatarScore: < 0 or > 1 })
        {
            yield return ("quality", "quality.minSharpness has to be 0 or more, quality.minAvatarScore 0 to 1.");
        }
    }

    private static IEnumerable<(string Path, string Reason)> LabelFaults(Theme theme, ModelLibrary models)
    {
        foreach (var label in theme.Labels)
        {
            if (!IdPattern().IsMatch(label.Id) || theme.Labels.Count(other => other.Id == label.Id) > 1)
            {
                yield return (
                    "labels",
                    "labels have an id each, of 1 to 50 lower-case letters, digits and hyphens, and no two the same.");
            }

            if (label.Weight is < 0 or > 1_000_000)
            {
                yield return ("labels", $"labels: the weight of '{label.Id}' has to be 0 to 1,000,000.");
            }

            foreach (var fault in ModelRulesOfThemes.Unknown("labels", label.Models, models))
            {
                yield return fault;
            }
        }
    }

    /// <summary>Whether every model takes the prompt of an avatar of a long name, of whom nothing else is said.</summary>
    private static IEnumerable<(string Path, string Reason)> RoomFaults(Theme theme, ModelLibrary models)
        => from label in theme.Labels.Prepend(null)
           from model in models.ModelsOf(theme, label)
           from kind in Enum.GetValues<AvatarKind>()
           let avatar = new AvatarDescription { Kind = kind, Name = LongName }
           let rendered = ScenePrompt.Render(Staging.Of(theme, kind, label), avatar, model)
           where rendered.Length >= model.PromptLimit
           select ("prompt", $"prompt is too long for {model.Id}, which takes {model.PromptLimit} characters in all.");

    [GeneratedRegex("^[a-z0-9]([a-z0-9-]{0,48}[a-z0-9])?$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex IdPattern();
}
