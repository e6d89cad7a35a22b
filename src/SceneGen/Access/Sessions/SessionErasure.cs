namespace SceneGen.Access.Sessions;

/// <summary>That a session was to be erased; what was signed for it before is good no longer.</summary>
public sealed class SessionErasure
{
    /// <summary>Of the session's id.</summary>
    public string Sha256 { get; set; } = "";

    /// <summary>The id itself, until nothing of the session is left.</summary>
    public string? SessionId { get; set; }

    public DateTimeOffset AskedAt { get; set; }
}
