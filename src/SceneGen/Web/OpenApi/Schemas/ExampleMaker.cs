using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.OpenApi;

namespace SceneGen.Web.OpenApi.Schemas;

/// <summary>Makes an example of a schema, so that what is added has one too.</summary>
internal static class ExampleMaker
{
    private const int Deepest = 6;
    private const string Any = "…";
    private const string Id = "019b8a5e-1f2a-7c31-9a55-3f3c1f0f6a01";
    private const string Hash = "5de9d0cb0ae7fd59dad181de78bc0e269bb8ebd543a71e7e3d7d842957e1eef3";

    private static readonly Dictionary<string, JsonNode> ByName = new(StringComparer.Ordinal)
    {
        ["avatarId"] = "019b8a5e-0c44-7d1e-8f02-6b1d2a90c7e5",
        ["avatarUrl"] = "https://avatars.example.org/fox.png",
        ["callbackUrl"] = "https://shop.example.org/hooks/scenes",
        ["theme"] = "enchanted-forest",
        ["sessionId"] = "session-1",
        ["name"] = "Juniper",
        ["description"] = "a red fox with a green scarf",
        ["reason"] = "the provider is back",
        ["sha256"] = Hash,
        ["url"] = $"/assets/{Hash}.jpg",
        ["thumbnailUrl"] = $"/assets/{Hash}.webp",
        ["contentType"] = "image/jpeg",
        ["width"] = 1920,
        ["height"] = 1080,
        ["bytes"] = 312345,
        ["status"] = "generating",
        ["state"] = "failed",
        ["kind"] = "animal",
        ["from"] = "submit",
        ["outcome"] = "rolledBack",
        ["percent"] = 40,
        ["etaSeconds"] = 12,
        ["type"] = "scene.ready",
        ["model"] = "black-forest-labs/flux-2-pro",
        ["lastOutcome"] = "http_503",
    };

    public static JsonNode? Of(IOpenApiSchema? schema, string name = "", int depth = 0)
    {
        if (schema is null || depth > Deepest)
        {
            return null;
        }

        if (schema.Enum is { Count: > 0 } words)
        {
            var usual = ByName.GetValueOrDefault(name);
            return (words.Any(word => JsonNode.DeepEquals(word, usual)) ? usual : words.First(word => word is not null))?.DeepClone();
        }

        var fits = (schema.OneOf ?? schema.AnyOf)?.FirstOrDefault(one => one.Type is not JsonSchemaType.Null);
        return fits is not null ? Of(fits, name, depth) : OfType(schema, name, depth);
    }

    private static JsonNode? OfType(IOpenApiSchema schema, string name, int depth)
    {
        var type = schema.Type ?? JsonSchemaType.Object;
        if (type.HasFlag(JsonSchemaType.Array))
        {
            return Of(schema.Items, "", depth + 1) is { } item && !IsAny(item) ? new JsonArray(item) : [];
        }

        if (type.HasFlag(JsonSchemaType.Object))
        {
            return OfObject(schema, depth);
        }

        if (schema.Format is not "date-time" && ByName.TryGetValue(name, out var known) && IsOf(known, type))
        {
            return known.DeepClone();
        }

        return type.HasFlag(JsonSchemaType.Boolean) ? false
            : type.HasFlag(JsonSchemaType.Integer) || type.HasFlag(JsonSchemaType.Number) ? 1
            : TextOf(schema.Format);
    }

    private static JsonObject OfObject(IOpenApiSchema schema, int depth)
    {
        var made = new JsonObject();
        foreach (var (name, property) in schema.Properties ?? new Dictionary<string, IOpenApiSchema>(StringComparer.Ordinal))
        {
            var value = Of(property, name, depth + 1);
            if (schema.Required?.Contains(name) is true || !IsAny(value))
            {
                made[name] = value;
            }
        }

        return made;
    }

    /// <summary>What could be anything shows nothing, and what has to be something there is no such thing.</summary>
    private static bool IsAny(JsonNode? value)
        => value is null or JsonArray { Count: 0 } || (value.GetValueKind() is JsonValueKind.String && value.GetValue<string>() == Any);

    private static bool IsOf(JsonNode known, JsonSchemaType type)
        => type.HasFlag(JsonSchemaType.String) == (known.GetValueKind() is JsonValueKind.String);

    private static JsonNode TextOf(string? format) => format switch
    {
        "uuid" => Id,
        "date-time" => "2026-01-01T12:00:00.000Z",
        "date" => "2026-01-01",
        _ => Any,
    };
}
