using System.Text.Json;

namespace SceneGen.Replicate.Wire;

/// <summary>Reads as text what should be one and may be anything.</summary>
internal static class JsonText
{
    public static string Of(JsonElement? value) => value switch
    {
        null or { ValueKind: JsonValueKind.Null or JsonValueKind.Undefined } => "",
        { ValueKind: JsonValueKind.String } text => Unescaped(text),
        { } other => other.GetRawText(),
    };

    /// <summary>The last whole lines of a long text.</summary>
    public static string EndOf(JsonElement? value, int limit)
    {
        var text = Of(value);
        return text.Length <= limit ? text : text[(text.IndexOf('\n', text.Length - limit) + 1)..];
    }

    private static string Unescaped(JsonElement text)
    {
        try
        {
            return text.GetString()!;
        }
        catch (InvalidOperationException)
        {
            // Half a character, cut off or made up: it stays escaped.
            return text.GetRawText().Trim('"');
        }
    }
}
