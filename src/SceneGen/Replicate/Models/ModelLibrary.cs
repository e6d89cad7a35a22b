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

    public IReadOnlyCollection<string> Ids => _models.Keys;

    public ModelProfile? Find(string id) => _models.GetValueOrDefault(id);

    private string? Fault(ModelProfile model)
    {
        var unsendable = model.Input.FirstOrDefault(input => !ModelInput.CanSend(input.Value)).Key;
        var texts = model.Input.Values.SelectMany(value => value is IList<object> items ? items : [value]).ToList();
        return model switch
        {
            { Id.Length: 0 } => "id is missing; write the model's owner/name.",
            _ when _models.ContainsKey(model.Id) => $"id '{model.Id}' is another file's already.",
            { PromptLimit: < 1 } => "promptLimit has to be a whole number from 1.",
            { Price: < 0 } => "price has to be 0 or more.",
            _ when unsendable is not null =>
                $"input.{unsendable} has to be a text, a number, true, false or a list of them.",
            _ when !texts.Contains(ModelInput.Prompt) || !texts.Contains(ModelInput.AvatarUrl) =>
                $"input has to name {ModelInput.Prompt} and {ModelInput.AvatarUrl}.",
            _ => null,
        };
    }
}
