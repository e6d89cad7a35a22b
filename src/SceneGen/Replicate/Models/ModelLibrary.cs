using Microsoft.Extensions.Options;
using SceneGen.Settings.Yaml;

namespace SceneGen.Replicate.Models;

/// <summary>The models that can be asked for pictures, by id.</summary>
public sealed class ModelLibrary
{
    private readonly Dictionary<string, ModelProfile> _models = new(StringComparer.Ordinal);

    public ModelLibrary(IOptions<ModelOptions> options)
    {
        foreach (var (file, model) in YamlFolder.Read<ModelProfile>(options.Value.Folder))
        {
            if (ModelRules.Fault(model) is { } fault)
            {
                throw new InvalidDataException($"{file}: {fault}");
            }

            if (!_models.TryAdd(model.Id, model))
            {
                throw new InvalidDataException($"{file}: id '{model.Id}' is another file's already.");
            }
        }

        InOrder = [.. _models.Values.OrderBy(model => model.Order).ThenBy(model => model.Id, StringComparer.Ordinal)];
    }

    /// <summary>All of them, as a theme asks them that names none.</summary>
    public IReadOnlyList<ModelProfile> InOrder { get; }

    public IReadOnlyCollection<string> Ids => _models.Keys;

    public ModelProfile? Find(string id) => _models.GetValueOrDefault(id);
}
