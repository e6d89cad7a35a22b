namespace SceneGen.Access.Sessions;

/// <summary>
/// What a signed value says: which session, since when, and how often that had been erased by then. Renewed or traded, it
/// counts as many erasures as before.
/// </summary>
internal sealed record SessionPass(string SessionId, DateTimeOffset IssuedAt, int Erasures = 0);
