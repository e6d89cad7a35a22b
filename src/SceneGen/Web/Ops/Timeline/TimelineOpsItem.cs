using System.Text.Json.Nodes;
using SceneGen.Scenes.Timeline;
using SceneGen.Web.Scenes.Resources;

namespace SceneGen.Web.Ops.Timeline;

/// <summary>One thing that happened to a scene, whole.</summary>
internal sealed record TimelineOpsItem
{
    public required int Sequence { get; init; }

    public required DateTimeOffset At { get; init; }

    public required string Status { get; init; }

    public required int Attempt { get; init; }

    public required string Kind { get; init; }

    public required string? Code { get; init; }

    public required string Text { get; init; }

    public required int? DurationMs { get; init; }

    public required JsonNode? Data { get; init; }

    public static TimelineOpsItem Of(SceneTimelineEntry entry) => new()
    {
        Sequence = entry.Sequence,
        At = entry.At,
        Status = SceneStatus.OfState(entry.State),
        Attempt = entry.Attempt,
        Kind = entry.Kind,
        Code = entry.Code,
        Text = entry.Text,
        DurationMs = entry.DurationMs,
        Data = entry.Data is { } data ? JsonNode.Parse(data) : null,
    };
}
