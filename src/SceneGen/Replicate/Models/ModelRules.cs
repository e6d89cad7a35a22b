using System.Globalization;
using System.Text.RegularExpressions;

namespace SceneGen.Replicate.Models;

/// <summary>What makes a model's file wrong, told in one sentence that names the field.</summary>
internal static partial class ModelRules
{
    public static string? Fault(ModelProfile model)
    {
        var unsendable = model.Input.FirstOrDefault(input => !ModelInput.CanSend(input.Value)).Key;
        var texts = model.Input.Values.SelectMany(value => value is IList<object> items ? items : [value]).ToList();
        return model switch
        {
            { Id.Length: 0 } => "id is missing; write the model's owner/name.",
            _ when !IdPattern().IsMatch(model.Id) => "id has to be owner/name, or a version of 64 hex digits.",
            { Order: < 0 } => "order has to be 0 or more.",
            { PromptLimit: < 1 } => "promptLimit has to be a whole number from 1.",
            { Price: < 0 or > 1000 } => "price has to be 0 to 1000.",
            { Output: null } => "output has to be url or list.",
            { Size: null } => "size has to hold strategy, width and height.",
            { Size.Fault: { } fault } => fault,
            _ when unsendable is not null =>
                $"input.{unsendable} has to be a text, a number, true, false or a list of them.",
            _ when !texts.Contains(ModelInput.Prompt) || !texts.Contains(ModelInput.AvatarUrl) =>
                $"input has to name {ModelInput.Prompt} and {ModelInput.AvatarUrl}.",
            _ => OtherSize(model, "width", model.Size.Width) ?? OtherSize(model, "height", model.Size.Height),
        };
    }

    private static string? OtherSize(ModelProfile model, string side, int pixels)
        => model.Input.TryGetValue(side, out var asked)
            && Convert.ToString(asked, CultureInfo.InvariantCulture) != pixels.ToString(CultureInfo.InvariantCulture)
            ? $"input.{side} is {asked}; it has to be size.{side}, {pixels}."
            : null;

    [GeneratedRegex("^([a-z0-9._-]+/[a-z0-9._-]+|[0-9a-f]{64})$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex IdPattern();
}
