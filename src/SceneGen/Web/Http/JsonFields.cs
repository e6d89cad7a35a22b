using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;

namespace SceneGen.Web.Http;

/// <summary>Tells the fields that are of their kind from those that are not.</summary>
internal static class JsonFields
{
    /// <summary>What can be read, and a sentence for each field that cannot. Unknown fields are nobody's.</summary>
    public static (JsonObject Readable, Dictionary<string, string> Misread) Divide(
        JsonElement element, Type type, JsonSerializerOptions options)
    {
        var misread = new Dictionary<string, string>(StringComparer.Ordinal);
        return (Divide(element, options.GetTypeInfo(type), "", misread), misread);
    }

    private static JsonObject Divide(
        JsonElement element, JsonTypeInfo type, string prefix, Dictionary<string, string> misread)
    {
        var rest = new JsonObject();
        foreach (var field in element.EnumerateObject())
        {
            var property = type.Properties
                .FirstOrDefault(known => known.Name.Equals(field.Name, StringComparison.OrdinalIgnoreCase));
            if (property is null)
            {
                continue;
            }

            var kind = type.Options.GetTypeInfo(property.PropertyType);
            if (rest.ContainsKey(property.Name) || misread.ContainsKey(prefix + property.Name))
            {
                misread[prefix + property.Name] = "is there twice; send it once.";
            }
            else if (CanBeRead(field.Value, kind))
            {
                rest[property.Name] = JsonSerializer.SerializeToNode(field.Value);
            }
            else if (kind.Kind is JsonTypeInfoKind.Object && field.Value.ValueKind is JsonValueKind.Object)
            {
                rest[property.Name] = Divide(field.Value, kind, $"{prefix}{property.Name}.", misread);
            }
            else
            {
                misread[prefix + property.Name] = SentenceOf(property.PropertyType);
            }
        }

        return rest;
    }

    private static bool CanBeRead(JsonElement value, JsonTypeInfo kind)
    {
        try
        {
            value.Deserialize(kind);
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static string SentenceOf(Type type) => (Nullable.GetUnderlyingType(type) ?? type) switch
    {
        var text when text == typeof(string) => "is not text; send a string.",
        var id when id == typeof(Guid) => "is not a UUID; send one such as 6f1e0b1c-2a51-4d0e-9c0b-3a5b7f2f7c11.",
        var number when number == typeof(int) => "is not a whole number; send one from 0 to 2147483647.",
        var time when time == typeof(DateTimeOffset) => "is not a time; send one such as 2026-01-31T12:00:00Z.",
        { IsEnum: true } names => $"is none of its words; send one of {string.Join(", ", Enum.GetNames(names).Select(JsonNamingPolicy.CamelCase.ConvertName))}.",
        _ => "the value is not of the kind this field takes.",
    };
}
