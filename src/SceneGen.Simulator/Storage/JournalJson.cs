using System.Text.Json;
using System.Text.Json.Serialization;
using SceneGen.Simulator.Avatars;
using SceneGen.Simulator.Replicate.History;
using SceneGen.Simulator.Replicate.Recording;

namespace SceneGen.Simulator.Storage;

/// <summary>The JSON of the journals' lines.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, UseStringEnumConverter = true)]
[JsonSerializable(typeof(ProviderEvent))]
[JsonSerializable(typeof(AvatarEntry))]
[JsonSerializable(typeof(RecordedCall))]
internal sealed partial class JournalJson : JsonSerializerContext;
