using System.Globalization;
using System.Text.Json.Nodes;

namespace SceneGen.Replicate.Models;

/// <summary>Fills a profile's input with what a scene brings.</summary>
public static class ModelInput
{
    public const string Prompt = "{prompt}";
    public const string AvatarUrl = "{avatarUrl}";
    public const string Seed = "{seed}";

    /// <summary>The profile's input, in which some values may be replaced.</summary>
    public static JsonObject Fill(
        ModelProfile model,
        string prompt,
        string avatarUrl,
        int? seed,
        IReadOnlyDictionary<string, object>? replaced = null)
    {
        var input = new JsonObject();
        foreach (var (name, value) in model.Input)
        {
            input[name] = Fill(value, prompt, avatarUrl, seed);
        }

        foreach (var (name, value) in replaced ?? new Dictionary<string, object>(StringComparer.Ordinal))
        {
            input[name] = Fill(value, prompt, avatarUrl, seed);
        }

        return input;
    }

    /// <summary>Whether a scene fills in this value of a profile.</summary>
    public static bool IsTheScenes(object value)
        => value is Prompt or AvatarUrl or Seed || (value is IList<object> items && items.Any(IsTheScenes));

    /// <summary>Whether a value of a profile has a form in JSON.</summary>
    public static bool CanSend(object? value) => value switch
    {
        string or bool => true,
        IList<object> items => items.All(CanSend),
        IConvertible number => Math.Abs(number.ToDouble(CultureInfo.InvariantCulture)) < (double)decimal.MaxValue,
        _ => false,
    };

    private static JsonNode? Fill(object value, string prompt, string avatarUrl, int? seed) => value switch
    {
        Prompt => prompt,
        AvatarUrl => avatarUrl,
        Seed => seed,
        string text => text,
        bool flag => flag,
        IList<object> items => new JsonArray([.. items.Select(item => Fill(item, prompt, avatarUrl, seed))]),
        IConvertible number => JsonValue.Create(number.ToDecimal(CultureInfo.InvariantCulture)),
        _ => throw new InvalidDataException($"An input of the kind {value.GetType().Name} cannot be sent to a model."),
    };
}
