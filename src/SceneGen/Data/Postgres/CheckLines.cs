using SceneGen.Scenes.Timeline;

namespace SceneGen.Data.Postgres;

/// <summary>Timeline entries as columns, which one statement takes however many there are.</summary>
internal sealed class CheckLines(IReadOnlyList<Happened> happened)
{
    private readonly List<TimelineLine> _lines = [.. happened.Select(TimelineLine.Of)];

    public int Count => _lines.Count;

    public DateTimeOffset[] At => [.. _lines.Select(line => line.At)];

    public string[] Texts => [.. _lines.Select(line => line.Text)];

    public string[] Kinds => [.. _lines.Select(line => line.Kind)];

    public string?[] Codes => [.. _lines.Select(line => line.Code)];

    public int?[] DurationsMs => [.. _lines.Select(line => line.DurationMs)];

    public string?[] Data => [.. _lines.Select(line => line.Data)];
}
