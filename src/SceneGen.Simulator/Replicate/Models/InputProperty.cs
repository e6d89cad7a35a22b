using System.Text.Json;
using System.Text.Json.Nodes;

namespace SceneGen.Simulator.Replicate.Models;

/// <summary>One field of a model's input: enough of a JSON schema to refuse what the real model refuses.</summary>
internal sealed record InputProperty(string Name, string Type)
{
    public int? Minimum { get; init; }

    public int? Maximum { get; init; }

    public int? MaxItems { get; init; }

    public int? MaxLength { get; init; }

    public string[] Choices { get; init; } = [];

    public bool Required { get; init; }

    public InvalidField? Check(JsonNode? value)
    {
        if (!HasType(value))
        {
            return Invalid("invalid_type", $"Invalid type. Expected: {Type}, given: {TypeOf(value)}");
        }

        return Type switch
        {
            "integer" => CheckRange(value!.GetValue<long>()),
            "string" => CheckText(value!.GetValue<string>()),
            "array" => CheckItems(value!.AsArray()),
            _ => null,
        };
    }

    public JsonObject ToSchema()
    {
        var schema = new JsonObject { ["type"] = Type, ["title"] = Name };
        if (Minimum is not null)
        {
            schema["minimum"] = Minimum;
        }

        if (Maximum is not null)
        {
            schema["maximum"] = Maximum;
        }

        if (MaxLength is not null)
        {
            schema["maxLength"] = MaxLength;
        }

        if (Choices.Length > 0)
        {
            schema["enum"] = new JsonArray([.. Choices.Select(choice => JsonValue.Create(choice))]);
        }

        if (Type == "array")
        {
            schema["items"] = new JsonObject { ["type"] = "string", ["format"] = "uri" };
        }

        return schema;
    }

    private InvalidField? CheckRange(long value)
    {
        if (value < Minimum)
        {
            return Invalid("number_gte", $"Must be greater than or equal to {Minimum}");
        }

        return value > Maximum ? Invalid("number_lte", $"Must be less than or equal to {Maximum}") : null;
    }

    private InvalidField? CheckText(string value)
    {
        if (value.Length > MaxLength)
        {
            return Invalid("string_lte", $"String length must be less than or equal to {MaxLength}");
        }

        var choices = string.Join(", ", Choices.Select(choice => $"\"{choice}\""));
        return Choices.Length > 0 && !Choices.Contains(value, StringComparer.Ordinal)
            ? Invalid("enum", $"{Name} must be one of the following: {choices}")
            : null;
    }

    private InvalidField? CheckItems(JsonArray items)
    {
        if (items.Any(item => item?.GetValueKind() != JsonValueKind.String))
        {
            return Invalid("invalid_type", "Invalid type. Expected: string");
        }

        if (Required && items.Count == 0)
        {
            return Invalid("array_min_items", "Array must have at least 1 items");
        }

        return items.Count > MaxItems ? Invalid("array_max_items", $"Array must have at most {MaxItems} items") : null;
    }

    private InvalidField Invalid(string type, string description)
    {
        return new InvalidField(type, $"input.{Name}", description);
    }

    private bool HasType(JsonNode? value)
    {
        return Type switch
        {
            "string" => value?.GetValueKind() == JsonValueKind.String,
            "boolean" => value?.GetValueKind() is JsonValueKind.True or JsonValueKind.False,
            "array" => value is JsonArray,
            "integer" => value is JsonValue number && number.TryGetValue<long>(out _),
            _ => false,
        };
    }

    private static string TypeOf(JsonNode? value)
    {
        return value?.GetValueKind().ToString().ToLowerInvariant() ?? "null";
    }
}
