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
    /// Grows with each erasure of the session, also over one whose row was forgotten long ago: the minutes since 1970, or
    /// one more than the last. What was taken in or signed under a lower one goes. 1 in rows of the version before.
    /// </summary>
    public int Number { get; set; } = 1;

    public static int NumberAt(DateTimeOffset time) => (int)(time - DateTimeOffset.UnixEpoch).TotalMinutes;
}
