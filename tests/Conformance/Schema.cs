using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace SceneGen.Tests.Conformance;

/// <summary>
/// As much of JSON schema as the provider's document uses. Its two known faults are read as meant: <c>nullable</c>
/// allows null, and of alternatives one or more may fit.
/// </summary>
internal sealed class Schema(JsonObject schemas)
{
    public IEnumerable<string> Faults(string name, JsonNode? value)
    {
        return Faults(schemas[name]!.AsObject(), value, name);
    }

    private IEnumerable<string> Faults(JsonObject schema, JsonNode? value, string path)
    {
        if (schema["$ref"] is { } reference)
        {
            return Faults(schemas[reference.GetValue<string>()]!.AsObject(), value, path);
        }

        if (value is null && schema["nullable"]?.GetValue<bool>() == true)
        {
            return [];
        }

        if (schema["anyOf"] is JsonArray choices)
        {
            return choices.Any(choice => !Faults(choice!.AsObject(), value, path).Any())
                ? []
                : [$"{path} fits none of its alternatives: {value?.ToJsonString()}"];
        }

        return [.. OwnFaults(schema, value, path), .. FaultsWithin(schema, value, path)];
    }

    private static IEnumerable<string> OwnFaults(JsonObject schema, JsonNode? value, string path)
    {
        var shown = value?.ToJsonString() ?? "null";
        if (schema["type"]?.GetValue<string>() is { } type && !HasType(value, type))
        {
            yield return $"{path} is no {type}: {shown}";
        }
        else if (schema["enum"] is JsonArray allowed && !allowed.Any(item => JsonNode.DeepEquals(item, value)))
        {
            yield return $"{path} is none of {allowed.ToJsonString()}: {shown}";
        }
        else if (schema["format"]?.GetValue<string>() is { } format && !HasFormat(value, format))
        {
            yield return $"{path} is no {format}: {shown}";
        }
    }

    private IEnumerable<string> FaultsWithin(JsonObject schema, JsonNode? value, string path)
    {
        if (value is JsonArray items && schema["items"] is JsonObject each)
        {
            return items.SelectMany((item, index) => Faults(each, item, $"{path}[{index}]"));
        }

        if (value is not JsonObject members)
        {
            return [];
        }

        var properties = schema["properties"]?.AsObject() ?? [];
        var isClosed = schema["additionalProperties"]?.GetValueKind() == JsonValueKind.False;
        var missing = (schema["required"]?.AsArray() ?? [])
            .Select(name => name!.GetValue<string>())
            .Where(name => !members.ContainsKey(name))
            .Select(name => $"{path}.{name} is missing");
        var extra = members
            .Where(member => isClosed && !properties.ContainsKey(member.Key))
            .Select(member => $"{path}.{member.Key} is not allowed");
        var inside = members
            .Where(member => properties.ContainsKey(member.Key))
            .SelectMany(member => Faults(properties[member.Key]!.AsObject(), member.Value, $"{path}.{member.Key}"));
        return [.. missing, .. extra, .. inside];
    }

    private static bool HasType(JsonNode? value, string type)
    {
        return (type, value?.GetValueKind()) switch
        {
            ("object", JsonValueKind.Object) or ("array", JsonValueKind.Array) => true,
            ("string", JsonValueKind.String) or ("number", JsonValueKind.Number) => true,
            ("boolean", JsonValueKind.True or JsonValueKind.False) => true,
            ("integer", JsonValueKind.Number) => value!.AsValue().TryGetValue<long>(out _),
            _ => false,
        };
    }

    private static bool HasFormat(JsonNode? value, string format)
    {
        var text = value?.GetValueKind() == JsonValueKind.String ? value.GetValue<string>() : null;
        return format switch
        {
            "uri" => Uri.TryCreate(text, UriKind.Absolute, out _),
            "date-time" => text?.EndsWith('Z') == true && DateTimeOffset.TryParse(
                text, CultureInfo.InvariantCulture, DateTimeStyles.None, out _),
            _ => true,
        };
    }
}
