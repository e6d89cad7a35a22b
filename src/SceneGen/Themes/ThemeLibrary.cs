using System.Text.RegularExpressions;
using Microsoft.Extensions.Options;
using SceneGen.Replicate.Models;
using SceneGen.Settings.Yaml;

namespace SceneGen.Themes;

/// <summary>The themes there are, read and checked at start.</summary>
public sealed partial class ThemeLibrary
{
    private readonly Dictionary<string, Theme> _themes = new(StringComparer.Ordinal);
    private readonly ModelLibrary _models;

    public ThemeLibrary(IOptions<ThemeOptions> options, ModelLibrary models)
    {
        _models = models;
        foreach (var (file, theme) in YamlFolder.Read<Theme>(options.Value.Folder))
        {
            if (Fault(theme, Path.GetFileNameWithoutExtension(file), models) is { } fault)
            {
                throw new InvalidDataException($"{file}: {fault}");
            }

            _themes.Add(theme.Id, theme);
        }
    }

    public IReadOnlyCollection<Theme> All => _themes.Values;

    public Theme? Find(string id) => _themes.GetValueOrDefault(id);

    /// <summary>The models a theme's pictures are asked of, the first of them first.</summary>
    public IReadOnlyList<ModelProfile> ModelsOf(Theme theme)
        => theme.Models.Count > 0 ? theme.Models.ConvertAll(id => _models.Find(id)!) : _models.InOrder;

    private static string? Fault(Theme theme, string fileName, ModelLibrary models)
    {
        var unknownModel = theme.Models.Find(id => !string.IsNullOrEmpty(id) && models.Find(id) is null);
        var unknownPlaceholder = ScenePrompt.UnknownPlaceholders(theme.Prompt).FirstOrDefault();
        return theme switch
        {
            _ when !IdPattern().IsMatch(theme.Id) => "id has to be 1 to 50 lower-case letters, digits and hyphens.",
            _ when theme.Id != fileName => $"id is '{theme.Id}'; it has to be the file's name, '{fileName}'.",
            { Name.Length: 0 or > 60 } => "name has to be 1 to 60 characters.",
            { Description.Length: 0 or > 300 } => "description has to be 1 to 300 characters.",
            { Version: < 1 } => "version has to be a whole number from 1.",
            { Prompt.Length: 0 or > 3000 } => "prompt has to be 1 to 3,000 characters.",
            _ when theme.Models.Any(string.IsNullOrEmpty) => "models holds an empty name.",
            _ when theme.Models.Distinct(StringComparer.Ordinal).Count() < theme.Models.Count =>
                "models names a model twice.",
            _ when unknownModel is not null => $"models names '{unknownModel}', for which there is no profile.",
            _ when unknownPlaceholder is not null =>
                $"prompt holds {unknownPlaceholder}; it may hold {string.Join(", ", ScenePrompt.Placeholders)}.",
            _ => null,
        };
    }

    [GeneratedRegex("^[a-z0-9]([a-z0-9-]{0,48}[a-z0-9])?$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex IdPattern();
}
