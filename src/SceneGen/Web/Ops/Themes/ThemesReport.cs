namespace SceneGen.Web.Ops.Themes;

/// <summary>The themes as the operator sees them.</summary>
internal sealed record ThemesReport(
    IReadOnlyList<ThemesReport.Live> Themes,
    IReadOnlyList<ThemesReport.Refusal> Refused,
    DateTimeOffset Since,
    IReadOnlyList<ThemeOutcomes> Outcomes)
{
    internal sealed record Live(string Id, int Version, string Hash, IReadOnlyList<Share> Labels);

    internal sealed record Share(string Label, int Weight);

    /// <summary>A file that this instance does not use.</summary>
    internal sealed record Refusal(string File, int Line, string Reason);
}
