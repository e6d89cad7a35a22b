namespace SceneGen.Web.Sessions;

/// <summary>The body of POST /api/sessions.</summary>
internal sealed record SessionRequest(string? SessionId);
