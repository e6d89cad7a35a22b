namespace SceneGen.Scenes.Timeline;

/// <summary>What an entry says, whichever its scene and its number.</summary>
internal sealed record TimelineLine(DateTimeOffset At, string Kind, string Text)
{
    public string? Code { get; private init; }

    public int? DurationMs { get; private init; }

    public string? Data { get; private init; }

    public static TimelineLine Of(Happened happened)
        => new(happened.At, TimelineCodes.KindOf(happened.Code), TimelineWords.Of(happened))
        {
            Code = happened.Code,
            DurationMs = happened.DurationMs,
            Data = happened.Facts?.ToJson(),
        };

    public SceneTimelineEntry In(SceneState scene, int sequence, int? attempt = null) => new()
    {
        SceneId = scene.CorrelationId,
        Sequence = sequence,
        At = At,
        State = scene.CurrentState,
        Attempt = attempt ?? scene.Attempt,
        Text = Text,
        Kind = Kind,
        Code = Code,
        DurationMs = DurationMs,
        Data = Data,
    };
}
