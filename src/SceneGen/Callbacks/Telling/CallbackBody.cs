using System.Text.Json;
using System.Text.Json.Serialization;
using SceneGen.Web.Http;

namespace SceneGen.Callbacks.Telling;

/// <summary>What is posted: the event as it goes over the bus, with its name and when it happened.</summary>
internal static class CallbackBody
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase), new UtcTimeConverter() },
    };

    /// <summary><c>scene.rolledBack</c> for a SceneRolledBack.</summary>
    public static string TypeOf(Type message)
        => $"scene.{JsonNamingPolicy.CamelCase.ConvertName(message.Name["Scene".Length..])}";

    public static string Of<TMessage>(TMessage message, DateTimeOffset now)
        where TMessage : class
        => JsonSerializer.Serialize(new { type = TypeOf(typeof(TMessage)), timestamp = now, data = message }, Json);
}
