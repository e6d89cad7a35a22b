namespace SceneGen.Assets.Files;

/// <summary>
/// One stored file, whoever names it. While it is not released, the file is there. Released, it is being removed; the row
/// outlives the file for a while, so that whoever had put the same bytes there before the removal notices.
/// </summary>
public sealed class KeptFile
{
    public string Sha256 { get; set; } = "";

    public string Extension { get; set; } = "";

    /// <summary>Null for a file that is older than this table.</summary>
    public long? Bytes { get; set; }

    public DateTimeOffset StoredAt { get; set; }

    /// <summary>When it was last read whole and found to be what its name says.</summary>
    public DateTimeOffset? VerifiedAt { get; set; }

    /// <summary>When the last scene had gone that named it.</summary>
    public DateTimeOffset? ReleasedAt { get; set; }

    /// <summary>Counts the releases; a removal is of one of them.</summary>
    public int Releases { get; set; }

    /// <summary>When the file had been removed.</summary>
    public DateTimeOffset? GoneAt { get; set; }
}
