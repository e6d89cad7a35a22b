namespace SceneGen.Access.Sessions;

/// <summary>What a signed value says: which session, and since when.</summary>
internal sealed record SessionPass(string SessionId, DateTimeOffset IssuedAt);
