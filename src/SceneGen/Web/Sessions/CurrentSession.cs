namespace SceneGen.Web.Sessions;

/// <summary>Which session the caller is; null for one who may act for any.</summary>
internal sealed record CurrentSession(string? SessionId);
