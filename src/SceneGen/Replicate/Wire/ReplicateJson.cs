using System.Text.Json.Serialization;
using SceneGen.Replicate.Files;

namespace SceneGen.Replicate.Wire;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(Account))]
[JsonSerializable(typeof(CreatePrediction))]
[JsonSerializable(typeof(Prediction))]
[JsonSerializable(typeof(PredictionPage))]
[JsonSerializable(typeof(ProviderFile))]
[JsonSerializable(typeof(ReplicateError))]
[JsonSerializable(typeof(WebhookKey))]
internal sealed partial class ReplicateJson : JsonSerializerContext;
