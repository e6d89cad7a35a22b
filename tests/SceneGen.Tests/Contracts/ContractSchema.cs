using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Nodes;
using SceneGen.Contracts;
using SceneGen.Scenes.Limits;

namespace SceneGen.Tests.Contracts;

/// <summary>A message's JSON Schema, read off its record.</summary>
internal static class ContractSchema
{
    private static readonly NullabilityInfoContext Nullability = new();

    /// <summary>The limits that the doors hold what comes in to.</summary>
    private static readonly Dictionary<string, int> Longest = new(StringComparer.Ordinal)
    {
        ["sessionId"] = SceneLimits.SessionId,
        ["avatarUrl"] = SceneLimits.AvatarUrl,
        ["theme"] = SceneLimits.Theme,
        ["name"] = SceneLimits.AvatarName,
        ["description"] = SceneLimits.AvatarDescription,
    };

    public static IReadOnlyList<Type> Messages { get; } =
    [
        .. typeof(AvatarGenerated).Assembly.GetExportedTypes()
            .Where(type => type.GetMethod("<Clone>$") is not null && type != typeof(AvatarDescription))
            .OrderBy(type => type.Name, StringComparer.Ordinal),
    ];

    public static JsonObject Of(Type message)
    {
        var schema = new JsonObject
        {
            ["$schema"] = "https://json-schema.org/draft/2020-12/schema",
            ["title"] = message.Name,
            ["description"] = ContractWords.Of(message),
        };
        foreach (var (name, value) in OfRecord(message))
        {
            schema[name] = value?.DeepClone();
        }

        return schema;
    }

    public static string NameOf(PropertyInfo property) => JsonNamingPolicy.CamelCase.ConvertName(property.Name);

    public static bool IsRequired(PropertyInfo property) => property.IsDefined(typeof(RequiredMemberAttribute));

    /// <summary>Null where there is no limit.</summary>
    public static int? LongestOf(PropertyInfo property)
        => NameOf(property) is "reason" && property.DeclaringType != typeof(AvatarRollbackRequested)
            ? SceneLimits.Reason
            : Longest.TryGetValue(NameOf(property), out var limit) ? limit : null;

    private static JsonObject OfRecord(Type record) => new()
    {
        ["type"] = "object",
        ["required"] = new JsonArray([.. record.GetProperties().Where(IsRequired).Select(one => (JsonNode)NameOf(one))]),
        ["properties"] = new JsonObject(record.GetProperties().Select(
            property => KeyValuePair.Create(NameOf(property), (JsonNode?)OfProperty(property)))),
    };

    private static JsonObject OfProperty(PropertyInfo property)
    {
        var inner = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
        var isNullable = inner != property.PropertyType
            || Nullability.Create(property).ReadState is NullabilityState.Nullable;
        var schema = inner switch
        {
            _ when inner == typeof(Guid) => new JsonObject { ["type"] = "string", ["format"] = "uuid" },
            _ when inner == typeof(DateTimeOffset) => new JsonObject { ["type"] = "string", ["format"] = "date-time" },
            _ when inner == typeof(int) || inner == typeof(long) => new JsonObject { ["type"] = "integer" },
            _ when inner.IsEnum => new JsonObject { ["enum"] = new JsonArray([.. WordsOf(inner), .. isNullable ? new JsonNode?[] { null } : []]) },
            _ when inner == typeof(string) => OfText(property),
            _ => OfRecord(inner),
        };
        if (isNullable && schema["type"] is { } type)
        {
            schema["type"] = new JsonArray(type.GetValue<string>(), "null");
        }

        schema["description"] = ContractWords.Of(property);
        return schema;
    }

    private static JsonObject OfText(PropertyInfo property)
    {
        var schema = new JsonObject { ["type"] = "string" };
        if (LongestOf(property) is { } longest)
        {
            schema["maxLength"] = longest;
        }

        if (NameOf(property) is "sessionId")
        {
            (schema["minLength"], schema["pattern"]) = (1, "^\\S+$");
        }
        else if (NameOf(property) is "sha256")
        {
            schema["pattern"] = "^[0-9a-f]{64}$";
        }

        return schema;
    }

    private static IEnumerable<JsonNode?> WordsOf(Type words)
        => Enum.GetNames(words).Select(word => (JsonNode?)JsonNamingPolicy.CamelCase.ConvertName(word));
}
