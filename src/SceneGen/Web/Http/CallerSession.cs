namespace SceneGen.Web.Http;

/// <summary>The session a request is confined to, as whoever authenticated it says.</summary>
internal static class CallerSession
{
    public const string Claim = "session";

    /// <summary>Null for a caller who may act for any session.</summary>
    public static string? Of(HttpContext context) => context.User.FindFirst(Claim)?.Value;
}
