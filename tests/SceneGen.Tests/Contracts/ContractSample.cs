using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace SceneGen.Tests.Contracts;

/// <summary>An example of each message, and how the bus writes it.</summary>
internal static class ContractSample
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    private static readonly Dictionary<string, JsonNode> Values = new(StringComparer.Ordinal)
    {
        ["avatarId"] = "019b8a5e-1f2a-7c31-9a55-3f3c1f0f6a01",
        ["sceneId"] = "019b8a5e-2b44-7d02-8c11-52f0a9be7c02",
        ["sessionId"] = "session-1",
        ["avatarUrl"] = "https://avatars.example.org/fox.png",
        ["theme"] = "enchanted-forest",
        ["kind"] = "animal",
        ["name"] = "Juniper",
        ["description"] = "a red fox with a green scarf",
        ["imageUrl"] = "https://scenes.example.org/assets/5de9d0cb0ae7fd59dad181de78bc0e269bb8ebd543a71e7e3d7d842957e1eef3.jpg",
        ["thumbnailUrl"] = "https://scenes.example.org/assets/2bd9165358aa3f72371b35cd0c52dd59b521c5677e9653757dd62da18ef7eca2.webp",
        ["width"] = 1920,
        ["height"] = 1080,
        ["contentType"] = "image/jpeg",
        ["bytes"] = 312345,
        ["sha256"] = "5de9d0cb0ae7fd59dad181de78bc0e269bb8ebd543a71e7e3d7d842957e1eef3",
        ["code"] = "avatar_unreadable",
        ["message"] = "The avatar's picture cannot be read.",
        ["reason"] = "The avatar's picture cannot be read.",
        ["avatarRollback"] = "requested",
    };

    /// <summary>With every field, or with those alone that have to be there.</summary>
    public static JsonObject Of(Type record, bool isWhole = true) => new(record.GetProperties()
        .Where(property => isWhole || ContractSchema.IsRequired(property))
        .Select(property => KeyValuePair.Create(ContractSchema.NameOf(property), ValueOf(property))));

    public static object Read(JsonObject json, Type message) => json.Deserialize(message, Json)!;

    public static JsonNode Written(object message)
    {
        // The bus writes UTC as +00:00, which means what Z does.
        var text = JsonSerializer.Serialize(message, message.GetType(), Json).Replace("+00:00\"", "Z\"", StringComparison.Ordinal)
            .Replace("\\u002B00:00\"", "Z\"", StringComparison.Ordinal);
        return JsonNode.Parse(text)!;
    }

    private static JsonNode? ValueOf(PropertyInfo property)
    {
        var type = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
        return Values.TryGetValue(ContractSchema.NameOf(property), out var value) ? value.DeepClone()
            : type.IsEnum ? JsonNamingPolicy.CamelCase.ConvertName(Enum.GetNames(type)[0])
            : type == typeof(DateTimeOffset) ? "2026-01-01T12:00:00Z"
            : Of(type);
    }
}
