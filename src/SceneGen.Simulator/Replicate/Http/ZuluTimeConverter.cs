using System.Text.Json;
using System.Text.Json.Serialization;

namespace SceneGen.Simulator.Replicate.Http;

/// <summary>The provider writes times with a Z, not with an offset.</summary>
internal sealed class ZuluTimeConverter : JsonConverter<DateTimeOffset>
{
    public override DateTimeOffset Read(
        ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        return reader.GetDateTimeOffset();
    }

    public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options)
    {
        writer.WriteStringValue(value.UtcDateTime);
    }
}
