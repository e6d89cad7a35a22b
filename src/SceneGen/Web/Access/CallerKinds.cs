using System.Globalization;
using System.Security.Claims;
using SceneGen.Access.Keys;
using SceneGen.Web.Http;

namespace SceneGen.Web.Access;

/// <summary>Callers by what they showed.</summary>
internal static class CallerKinds
{
    /// <summary>A session's token; the other kinds are told apart by what they may do alone.</summary>
    public const string Token = "token";

    private const string Key = "key";
    private const string Cookie = "cookie";
    private const string Scope = "scope";

    /// <summary>A program on this machine, as long as there are no keys: it may do everything.</summary>
    public static ClaimsPrincipal Local()
        => new(new ClaimsIdentity([new(Scope, KeyScopes.Scenes), new(Scope, KeyScopes.Ops)]));

    public static ClaimsPrincipal Of(KnownKey key)
        => new(new ClaimsIdentity([new(ClaimTypes.Name, key.Name), .. key.Scopes.Select(scope => new Claim(Scope, scope))], Key));

    /// <summary>Signed in with a key, for operations alone.</summary>
    public static ClaimsPrincipal OperatorOf(KnownKey key)
        => new(new ClaimsIdentity([new(ClaimTypes.Name, key.Name), new(Scope, KeyScopes.Ops)], Key));

    public static ClaimsPrincipal OfSession(string sessionId, int lastErasure, bool isToken)
        => new(new ClaimsIdentity(
            [
                new(CallerSession.Claim, sessionId),
                new(CallerSession.LastErasureClaim, lastErasure.ToString(CultureInfo.InvariantCulture)),
            ],
            isToken ? Token : Cookie));

    /// <summary>By the key itself, or by the cookie that was given for it.</summary>
    public static bool ShowedKey(this ClaimsPrincipal caller) => caller.Identity?.AuthenticationType is Key;

    public static bool IsSession(this ClaimsPrincipal caller) => caller.HasClaim(claim => claim.Type == CallerSession.Claim);

    public static bool Has(this ClaimsPrincipal caller, string scope) => caller.HasClaim(Scope, scope);
}
