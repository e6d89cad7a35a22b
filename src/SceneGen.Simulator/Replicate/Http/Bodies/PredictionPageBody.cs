using System.Text.Json.Serialization;

namespace SceneGen.Simulator.Replicate.Http.Bodies;

/// <summary>One page of the account's history.</summary>
internal sealed record PredictionPageBody
{
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public required string? Previous { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public required string? Next { get; init; }

    public required IEnumerable<object> Results { get; init; }
}
