using System.Text.Json;
using System.Text.Json.Serialization;

namespace SceneGen.Scenes.Timeline;

/// <summary>What an entry is about, for machines. Who adds a field adds no URL, token, session or name.</summary>
public sealed record TimelineFacts
{
    private static readonly TimelineFacts Nothing = new();
    private static readonly JsonSerializerOptions CamelCase = new(JsonSerializerDefaults.Web);

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Model { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? PredictionId { get; init; }

    /// <summary>Of the prediction, in the provider's words.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Status { get; init; }

    /// <summary>Of the provider's answer; null where none came.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? Http { get; init; }

    /// <summary>Of the failure.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Code { get; init; }

    /// <summary>Of a callback, such as <c>scene.ready</c>.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Event { get; init; }

    /// <summary>The number of the check.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? Check { get; init; }

    /// <summary><c>provider</c>, <c>model:owner/name</c>, or <c>budget</c>.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Gate { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Reason { get; init; }

    /// <summary>How long until it goes on, as far as that is known.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public long? WaitMs { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? NextAttempt { get; init; }

    /// <summary>How often the step's command has gone out.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? Sends { get; init; }

    /// <summary>How often in a row the avatar's host did not answer.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? Misses { get; init; }

    /// <summary>The number of the request.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? Request { get; init; }

    /// <summary>Another scene of the same avatar.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Guid? Scene { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public long? Bytes { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? Width { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? Height { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? FetchMs { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? FrameMs { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? KeepMs { get; init; }

    public static TimelineFacts? Parse(string? json)
        => json is null ? null : JsonSerializer.Deserialize<TimelineFacts>(json, CamelCase);

    /// <summary>Null where nothing is known.</summary>
    public string? ToJson() => this == Nothing ? null : JsonSerializer.Serialize(this, CamelCase);
}
