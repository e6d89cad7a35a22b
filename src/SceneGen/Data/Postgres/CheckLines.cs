using SceneGen.Scenes.Timeline;

namespace SceneGen.Data.Postgres;

/// <summary>Timeline entries as columns, which one statement takes however many there are.</summary>
internal sealed class CheckLines(IReadOnlyList<Happened> happened)
{
    public int Count => happened.Count;

    public DateTimeOffset[] At => [.. happened.Select(one => one.At)];

    public string[] Texts => [.. happened.Select(TimelineWords.Of)];

    public string[] Kinds => [.. happened.Select(one => TimelineCodes.KindOf(one.Code))];

    public string[] Codes => [.. happened.Select(one => one.Code)];

    public int?[] DurationsMs => [.. happened.Select(one => one.DurationMs)];

    public string?[] Data => [.. happened.Select(one => one.Facts?.ToJson())];
}
