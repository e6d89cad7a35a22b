using System.Text.Json.Serialization;

namespace SceneGen.Replicate.Wire;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(Account))]
[JsonSerializable(typeof(CreatePrediction))]
[JsonSerializable(typeof(Prediction))]
[JsonSerializable(typeof(PredictionPage))]
[JsonSerializable(typeof(ReplicateError))]
[JsonSerializable(typeof(WebhookKey))]
internal sealed partial class ReplicateJson : JsonSerializerContext;
