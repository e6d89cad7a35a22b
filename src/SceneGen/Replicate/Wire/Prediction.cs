using System.Text.Json;
using System.Text.Json.Nodes;

namespace SceneGen.Replicate.Wire;

/// <summary>A prediction as the provider describes it; whatever is not needed is left out.</summary>
public sealed record Prediction
{
    public required string Id { get; init; }

    public string? Model { get; init; }

    /// <summary>64 hex digits; another word for official models.</summary>
    public string? Version { get; init; }

    public required string Status { get; init; }

    public JsonNode? Input { get; init; }

    public JsonElement? Output { get; init; }

    public JsonElement? Error { get; init; }

    public bool? DataRemoved { get; init; }

    public DateTimeOffset? CreatedAt { get; init; }

    public DateTimeOffset? CompletedAt { get; init; }

    /// <summary>Where its end is reported, as it was asked for.</summary>
    public string? Webhook { get; init; }

    /// <summary>Models answer with one URL or with a list of them; null before the end and after removal.</summary>
    public string? OutputUrl => Output switch
    {
        { ValueKind: JsonValueKind.String } one => one.GetString(),
        { ValueKind: JsonValueKind.Array } many => many.EnumerateArray()
            .Where(item => item.ValueKind is JsonValueKind.String)
            .Select(item => item.GetString())
            .FirstOrDefault(),
        _ => null,
    };

    public string ErrorText => Error switch
    {
        null or { ValueKind: JsonValueKind.Null or JsonValueKind.Undefined } => "",
        { ValueKind: JsonValueKind.String } text => text.GetString() ?? "",
        { } other => other.GetRawText(),
    };
}
