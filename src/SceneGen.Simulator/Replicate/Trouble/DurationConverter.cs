using System.Text.Json;
using System.Text.Json.Serialization;
using SceneGen.Settings;

namespace SceneGen.Simulator.Replicate.Trouble;

/// <summary>Durations as settings spell them, such as <c>500ms</c>.</summary>
internal sealed class DurationConverter : JsonConverter<TimeSpan?>
{
    public override TimeSpan? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        return reader.TokenType == JsonTokenType.String && Duration.TryParse(reader.GetString()!, out var duration)
            ? duration
            : throw new JsonException("A duration is a text such as 500ms, 2s or 15m.");
    }

    public override void Write(Utf8JsonWriter writer, TimeSpan? value, JsonSerializerOptions options)
    {
        if (value is { } duration)
        {
            writer.WriteStringValue(Duration.Format(duration));
        }
        else
        {
            writer.WriteNullValue();
        }
    }
}
