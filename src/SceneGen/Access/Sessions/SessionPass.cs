namespace SceneGen.Access.Sessions;

/// <summary>
/// What a signed value says: which session, since when, and the number of that session's last erasure then. Renewed or
/// traded, it names the same erasure as before.
/// </summary>
internal sealed record SessionPass(string SessionId, DateTimeOffset IssuedAt, int LastErasure = 0);
