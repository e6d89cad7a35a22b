namespace SceneGen.Assets.Sweeping.Reports;

/// <summary>What a sweep found; of files that are many, the first hundred by name.</summary>
internal sealed record SweepReport
{
    public DateTimeOffset? StartedAt { get; init; }

    /// <summary>Then nothing was changed.</summary>
    public bool IsDryRun { get; init; }

    /// <summary>Files of scenes that an older version stored, now named by rows.</summary>
    public int Adopted { get; init; }

    /// <summary>Names of files that their scenes need no more.</summary>
    public int Unneeded { get; init; }

    /// <summary>Files that nothing names any more and that are removed.</summary>
    public int Released { get; init; }

    public FoundFiles WithoutRow { get; init; } = new();

    public FoundFiles Missing { get; init; } = new();

    public FoundFiles Damaged { get; init; } = new();

    /// <summary>Files that were read whole and are what their names say.</summary>
    public int Verified { get; init; }
}
