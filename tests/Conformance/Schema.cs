using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace SceneGen.Tests.Conformance;

/// <summary>
/// As much of JSON schema as the provider's document uses. Its two known faults are read as meant: <c>nullable</c>
/// allows null, and of alternatives one or more may fit.
/// </summary>
internal sealed class Schema(JsonObject schemas)
{
    /// <summary>By a schema that is given itself, and may refer to the others.</summary>
    public IEnumerable<string> Faults(JsonObject schema, JsonNode? value) => Faults(schema, value, "$");

    public IEnumerable<string> Faults(string name, JsonNode? value)
    {
        return Faults(schemas[name]!.AsObject(), value, name);
    }

    private IEnumerable<string> Faults(JsonObject schema, JsonNode? value, string path)
    {
        if (schema["$ref"] is { } reference)
        {
            return Faults(schemas[reference.GetValue<string>().Split('/')[^1]]!.AsObject(), value, path);
        }

        if (value is null && schema["nullable"]?.GetValue<bool>() == true)
        {
            return [];
        }

        if ((schema["anyOf"] ?? schema["oneOf"]) is JsonArray choices)
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
        if (schema["type"] is { } type && !HasAnyType(value, type))
        {
            yield return $"{path} is no {type}: {shown}";
        }
        else if (schema["enum"] is JsonArray allowed && !allowed.Any(item => JsonNode.DeepEquals(item, value)))
        {
            yield return $"{path} is none of {allowed.ToJsonString()}: {shown}";
        }
        else if (value?.GetValueKind() is JsonValueKind.String && TextFault(schema, value.GetValue<string>()) is { } fault)
        {
            yield return $"{path} {fault}: {shown}";
        }
        else if (value is not null && schema["format"]?.GetValue<string>() is { } format && !HasFormat(value, format))
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

    private static string? TextFault(JsonObject schema, string text)
        => schema["maxLength"]?.GetValue<int>() < text.Length ? "is too long"
            : schema["minLength"]?.GetValue<int>() > text.Length ? "is too short"
            : schema["pattern"]?.GetValue<string>() is { } pattern
                && !Regex.IsMatch(text, pattern, RegexOptions.ECMAScript, TimeSpan.FromSeconds(1)) ? $"is not like {pattern}"
            : null;

    private static bool HasAnyType(JsonNode? value, JsonNode type)
        => type is JsonArray several
            ? several.Any(one => HasType(value, one!.GetValue<string>()))
            : HasType(value, type.GetValue<string>());

    private static bool HasType(JsonNode? value, string type)
    {
        return (type, value?.GetValueKind()) switch
        {
            ("object", JsonValueKind.Object) or ("array", JsonValueKind.Array) => true,
            ("string", JsonValueKind.String) or ("number", JsonValueKind.Number) => true,
            ("null", null or JsonValueKind.Null) => true,
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
            "uuid" => Guid.TryParseExact(text, "D", out _),
            "uri" => Uri.TryCreate(text, UriKind.Absolute, out _),
            "date-time" => text?.EndsWith('Z') == true && DateTimeOffset.TryParse(
                text, CultureInfo.InvariantCulture, DateTimeStyles.None, out _),
            _ => true,
        };
    }
}
