namespace SceneGen.Web.Ops.Themes;

/// <summary>What became of the scenes of one version of a theme under one label, in the time asked about.</summary>
internal sealed record ThemeOutcomes
{
    public required string Theme { get; init; }

    /// <summary>Null for scenes of which no picture has been asked for.</summary>
    public required int? Version { get; init; }

    public required string? Label { get; init; }

    /// <summary>Whether new scenes are asked for by this version.</summary>
    public required bool IsLive { get; init; }

    /// <summary>By the scenes' status.</summary>
    public required IReadOnlyDictionary<string, int> Scenes { get; init; }

    /// <summary>US dollars.</summary>
    public required double Cost { get; init; }
}
