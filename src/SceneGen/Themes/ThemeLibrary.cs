using System.Collections.Frozen;
using Microsoft.Extensions.Options;
using SceneGen.Replicate.Models;
using SceneGen.Themes.Asking;
using SceneGen.Themes.Files;
using SceneGen.Themes.Variants;

namespace SceneGen.Themes;

/// <summary>The themes there are, read and checked at start, and replaced as a whole when their files change.</summary>
public sealed class ThemeLibrary
{
    private readonly ModelLibrary _models;
    private volatile FrozenDictionary<string, Theme> _themes;

    public ThemeLibrary(IOptions<ThemeOptions> options, ModelLibrary models)
    {
        _models = models;
        Folder = new ThemeFolder(options.Value.Folder, models);
        Fingerprint = Folder.Fingerprint();
        var reading = Folder.Read();
        if (reading.Refused is [var fault, ..])
        {
            throw new InvalidDataException(fault.Sentence);
        }

        _themes = Index(reading.Themes);
    }

    public IReadOnlyCollection<Theme> All => [.. _themes.Values.OrderBy(theme => theme.Id, StringComparer.Ordinal)];

    internal ThemeFolder Folder { get; }

    /// <summary>The folder's, before it was read at start.</summary>
    internal string Fingerprint { get; }

    public Theme? Find(string id) => _themes.GetValueOrDefault(id);

    /// <summary>The models a theme's pictures are asked of, the first of them first.</summary>
    public IReadOnlyList<ModelProfile> ModelsOf(Theme theme, ThemeLabel? label = null) => _models.ModelsOf(theme, label);

    internal void Replace(IEnumerable<Theme> themes) => _themes = Index(themes);

    private static FrozenDictionary<string, Theme> Index(IEnumerable<Theme> themes)
        => themes.ToFrozenDictionary(theme => theme.Id, StringComparer.Ordinal);
}
