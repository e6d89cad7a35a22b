using System.Text.Json;
using System.Text.Json.Serialization;
using SceneGen.Scenes.Callers;
using SceneGen.Web.Http;

namespace SceneGen.Web.Scenes.Answers;

/// <summary>Makes of a request's idempotency key and its content what both are known by.</summary>
internal static class RequestKeys
{
    // Fields that are not sent count as those that are null, so that a field that a newer version knows changes nothing.
    private static readonly JsonSerializerOptions Canonical = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    /// <summary>Null for a request without a key.</summary>
    public static AnswerKey? Of<T>(HttpContext http, string route, T request)
        => IdempotencyKey.Of(http) is { } given
            ? AnswerKey.Of(Caller.ScopeOf(http), route, given, TextOf(request))
            : null;

    public static string TextOf<T>(T request) => JsonSerializer.Serialize(request, Canonical);
}
