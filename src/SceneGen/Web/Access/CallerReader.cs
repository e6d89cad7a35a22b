using System.Net;
using Microsoft.Net.Http.Headers;
using SceneGen.Access.Keys;
using SceneGen.Access.Sessions;
using SceneGen.Web.Http.Words;

namespace SceneGen.Web.Access;

/// <summary>Finds out who calls: by a key or a token that was sent, by a cookie, or as a program on this machine.</summary>
internal sealed class CallerReader(KeyBook keys, SessionSeal seal, ErasedSessions erased, PageOrigins pages)
{
    private const string Scheme = "Bearer ";

    /// <summary>It could be a key, and nobody can tell.</summary>
    private static readonly Called Unreadable = new(null, ProblemCodes.DatabaseUnavailable);

    public async ValueTask<Called> ReadAsync(HttpContext context, AccessNeed need)
    {
        var ring = await keys.OpenAsync(context.RequestAborted);
        if (context.Request.Headers.ContainsKey(HeaderNames.Authorization))
        {
            return await OfSecretAsync(context, ring);
        }

        if (need is AccessNeed.Ops or AccessNeed.OpsPage or AccessNeed.Pictures
            && await OperatorOfAsync(context, ring, need) is { } known)
        {
            return known;
        }

        if (context.Request.Cookies[AccessCookies.Session] is { } cookie)
        {
            return await OfSessionAsync(seal.ReadCookie(cookie), isToken: false, context.RequestAborted)
                ?? new Called(null, ProblemCodes.SessionOver);
        }

        return await IsLocalAsync(context, need)
            ? new Called(CallerKinds.Local())
            : new Called(null, ProblemCodes.KeyRequired);
    }

    /// <summary>The session of the browser's cookie, if that is still good.</summary>
    public async ValueTask<SessionPass?> SessionOfAsync(HttpContext context)
        => context.Request.Cookies[AccessCookies.Session] is { } cookie
            && seal.ReadCookie(cookie) is { } pass
            ? await erased.AdmitAsync(pass, context.RequestAborted)
            : null;

    /// <summary>There are no keys, and the caller is on this machine and no page of another origin.</summary>
    public async ValueTask<bool> IsLocalAsync(HttpContext context, AccessNeed need)
        => (context.Connection.RemoteIpAddress is not { } address || IPAddress.IsLoopback(address))
            && !pages.IsForeign(context.Request, need)
            && (await keys.OpenAsync(context.RequestAborted)).IsEmpty;

    private async ValueTask<Called> OfSecretAsync(HttpContext context, KeyRing ring)
    {
        // One that is wrong never makes its sender the local caller.
        var refused = new Called(null, ProblemCodes.KeyUnknown);
        if (context.Request.Headers.Authorization.ToString() is not { } header
            || !header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase))
        {
            return refused;
        }

        var secret = header[Scheme.Length..].Trim();
        if (ring.Find(secret) is { } key)
        {
            keys.NoteUse(key);
            return new Called(CallerKinds.Of(key));
        }

        return await OfSessionAsync(seal.ReadToken(secret), isToken: true, context.RequestAborted)
            ?? (ring.IsOutdated ? Unreadable : refused);
    }

    private async ValueTask<Called?> OfSessionAsync(SessionPass? pass, bool isToken, CancellationToken cancellationToken)
        => pass is not null && await erased.AdmitAsync(pass, cancellationToken) is { } admitted
            ? new Called(CallerKinds.OfSession(admitted.SessionId, admitted.LastErasure, isToken))
            : null;

    /// <summary>Whoever signed in with a key is out when the key is revoked.</summary>
    private async ValueTask<Called?> OperatorOfAsync(HttpContext context, KeyRing ring, AccessNeed need)
        => (context.Request.Cookies[AccessCookies.Operator] is { } cookie ? seal.ReadOperator(cookie) : null) switch
        {
            null => null,
            AccessCookies.LocalOperator => await IsLocalAsync(context, need) ? new Called(CallerKinds.Local()) : null,
            var hash => ring.FindByHash(hash) is { } key && key.Opens(KeyScopes.Ops)
                ? new Called(CallerKinds.OperatorOf(key))
                : ring.IsOutdated ? Unreadable : null,
        };
}
