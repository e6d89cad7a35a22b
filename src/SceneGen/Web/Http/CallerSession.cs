using System.Globalization;
using Microsoft.AspNetCore.Http.HttpResults;
using SceneGen.Web.Http.Words;

namespace SceneGen.Web.Http;

/// <summary>The session a request is confined to, as whoever authenticated it says.</summary>
internal static class CallerSession
{
    public const string Claim = "session";

    /// <summary>The number of the session's last erasure when what the caller shows was signed; 0 for none.</summary>
    public const string LastErasureClaim = "lastErasure";

    /// <summary>Null for a caller who may act for any session.</summary>
    public static string? Of(HttpContext context) => context.User.FindFirst(Claim)?.Value;

    public static int LastErasureOf(HttpContext context)
        => context.User.FindFirst(LastErasureClaim) is { } claim ? int.Parse(claim.Value, CultureInfo.InvariantCulture) : 0;

    /// <summary>Null where the caller may act for the session that the request names.</summary>
    public static ProblemHttpResult? Refuse(HttpContext context, string? named)
        => named is not null && Of(context) is { } own && own != named
            ? Problems.Of(StatusCodes.Status403Forbidden, ProblemCodes.SessionForeign)
            : null;
}
