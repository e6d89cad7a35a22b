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
            if (Fault(model) is { } fault)
            {
                throw new InvalidDataException($"{file}: {fault}");
            }

            _models.Add(model.Id, model);
        }
    }

    public ModelProfile? Find(string id) => _models.GetValueOrDefault(id);

    private string? Fault(ModelProfile model)
    {
        if (model.Id.Length == 0)
        {
            return "id is missing; write the model's owner/name.";
        }

        if (_models.ContainsKey(model.Id))
        {
            return $"id '{model.Id}' is another file's already.";
        }

        var texts = model.Input.Values.SelectMany(value => value is IList<object> items ? items : [value]).ToList();
        return texts.Contains(ModelInput.Prompt) && texts.Contains(ModelInput.AvatarUrl)
            ? null
            : $"input has to name {ModelInput.Prompt} and {ModelInput.AvatarUrl}.";
    }
}
