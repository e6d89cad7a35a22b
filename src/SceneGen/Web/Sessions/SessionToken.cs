namespace SceneGen.Web.Sessions;

/// <summary>What a browser shows to act for a session, for a while.</summary>
internal sealed record SessionToken(string Token, DateTimeOffset ExpiresAt);
