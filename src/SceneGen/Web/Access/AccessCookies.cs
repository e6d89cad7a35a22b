using Microsoft.Extensions.Options;
using SceneGen.Access.Keys;
using SceneGen.Access.Sessions;
using SceneGen.Scenes.Links;
using SceneGen.Web.Http;

namespace SceneGen.Web.Access;

/// <summary>What browsers are given: no script reads it, no foreign page sends it.</summary>
internal sealed class AccessCookies(SessionSeal seal, TimeProvider time, IOptions<HttpOptions> http)
{
    public const string Session = "scenegen_session";
    public const string Operator = "scenegen_operator";

    /// <summary>Stands for a key where there are none.</summary>
    public const string LocalOperator = "local";

    /// <summary>A browser that comes back keeps its session for as long again.</summary>
    private static readonly TimeSpan RenewedAfter = TimeSpan.FromDays(1);

    private readonly WebAddress? _public = WebAddress.Of(http.Value.PublicUrl);

    public bool IsDueAgain(SessionPass pass) => time.GetUtcNow() - pass.IssuedAt > RenewedAfter;

    /// <summary>Lax, for a strict one would not come along when somebody follows a link to their scene.</summary>
    public void GiveSession(HttpContext context, string sessionId, int lastErasure)
        => Give(context, Session, seal.MakeCookie(sessionId, lastErasure), SessionSeal.CookieLifetime, SameSiteMode.Lax);

    public void GiveOperator(HttpContext context, KnownKey? key)
        => Give(
            context,
            Operator,
            seal.MakeOperator(key?.Sha256 ?? LocalOperator),
            SessionSeal.OperatorLifetime,
            SameSiteMode.Strict);

    public static void TakeOperator(HttpContext context)
        => context.Response.Cookies.Delete(Operator, new CookieOptions { Path = "/", HttpOnly = true, SameSite = SameSiteMode.Strict });

    private void Give(HttpContext context, string name, string value, TimeSpan lifetime, SameSiteMode sameSite)
        => context.Response.Cookies.Append(name, value, new CookieOptions
        {
            HttpOnly = true,
            SameSite = sameSite,
            Secure = context.Request.IsHttps || IsPublicAndSecure(context.Request),
            Path = "/",
            MaxAge = lifetime,
            IsEssential = true,
        });

    // The browser speaks https, to a proxy that may not tell.
    private bool IsPublicAndSecure(HttpRequest request)
        => _public is { IsSecure: true, Host: var host }
            && host.Equals(SentHost.Of(request).Host, StringComparison.OrdinalIgnoreCase);
}
