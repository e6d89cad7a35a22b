using System.Text.Json.Serialization;

namespace SceneGen.Scenes.Timeline;

/// <summary>
/// Something that happened to a scene, told by whom it happened to. It travels with the message that says what came of
/// it, and is written with what that message changes.
/// </summary>
public sealed record Happened
{
    /// <summary>One of <see cref="TimelineCodes"/>.</summary>
    public required string Code { get; init; }

    /// <summary>When it was over.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>How long it took until then.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? DurationMs { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public TimelineFacts? Facts { get; init; }

    /// <summary>What somebody else said of it, fit to be stored.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Detail { get; init; }
}
