namespace SceneGen.Access.Sessions;

/// <summary>That a session was to be erased; what was signed for it before is good no longer.</summary>
public sealed class SessionErasure
{
    /// <summary>Of the session's id.</summary>
    public string Sha256 { get; set; } = "";

    /// <summary>The id itself, until nothing of the session is left.</summary>
    public string? SessionId { get; set; }

    /// <summary>The last time.</summary>
    public DateTimeOffset AskedAt { get; set; }

    /// <summary>
    /// How often it was asked for. What was taken in or signed while there were fewer goes, whatever any clock says.
    /// </summary>
    public int Times { get; set; } = 1;
}
