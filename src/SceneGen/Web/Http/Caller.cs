namespace SceneGen.Web.Http;

/// <summary>Who calls, as far as that is known.</summary>
internal static class Caller
{
    private const string Local = "local";
    private const int LongestName = 100;

    public static string NameOf(HttpContext context)
        => context.User.Identity is { IsAuthenticated: true, Name: { Length: > 0 } name }
            ? name[..Math.Min(name.Length, LongestName)]
            : Local;

    /// <summary>Nobody in particular on this machine.</summary>
    public static bool IsLocal(HttpContext context) => ScopeOf(context) == Local;

    /// <summary>The API key by which somebody calls; null for a session, and for the local caller.</summary>
    public static string? KeyOf(HttpContext context)
        => CallerSession.Of(context) is null && !IsLocal(context) ? NameOf(context) : null;

    /// <summary>What is remembered for a caller, such as an idempotency key, is another's under the same name.</summary>
    public static string ScopeOf(HttpContext context) => CallerSession.Of(context) is { } session
        ? $"session:{session}"
        : context.User.Identity is { IsAuthenticated: true } ? $"key:{NameOf(context)}" : Local;
}
