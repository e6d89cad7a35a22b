using YamlDotNet.Serialization;

namespace SceneGen.Replicate.Models;

/// <summary>How one model is asked for a picture; the text of a file in <c>models/</c>.</summary>
public sealed class ModelProfile
{
    /// <summary>The official model as <c>owner/name</c>, or a version of 64 hex digits.</summary>
    public string Id { get; init; } = "";

    /// <summary>Where a theme names no models, those with the lower number are asked first.</summary>
    public int Order { get; init; } = 1000;

    public OutputShape? Output { get; init; }

    public PictureSize? Size { get; init; }

    /// <summary>The longest prompt the model takes, in characters.</summary>
    public int PromptLimit { get; init; } = 4000;

    /// <summary>Whether line breaks in the prompt make trouble.</summary>
    public bool NoNewlines { get; init; }

    /// <summary>US dollars a picture.</summary>
    public decimal Price { get; init; }

    /// <summary>
    /// The model's input as it is sent. <c>{prompt}</c>, <c>{avatarUrl}</c> and <c>{seed}</c> stand for the scene's own.
    /// </summary>
    public Dictionary<string, object> Input { get; init; } = [];

    [YamlIgnore]
    public bool TakesSeed => Input.Values.Any(value => value is ModelInput.Seed);

    /// <summary>The input that holds the avatar, as the provider names it when it refuses it.</summary>
    [YamlIgnore]
    public string AvatarField => "input." + Input.First(
        input => input.Value is ModelInput.AvatarUrl
            || (input.Value is IList<object> items && items.Contains(ModelInput.AvatarUrl))).Key;
}
