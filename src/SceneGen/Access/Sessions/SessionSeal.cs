using System.Globalization;
using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using SceneGen.Scenes.Limits;

namespace SceneGen.Access.Sessions;

/// <summary>Signs what a browser carries, and knows it again. A value made for one purpose is none for another.</summary>
internal sealed class SessionSeal(IDataProtectionProvider protection, TimeProvider time)
{
    public static readonly TimeSpan CookieLifetime = TimeSpan.FromDays(180);
    public static readonly TimeSpan TokenLifetime = TimeSpan.FromMinutes(15);
    public static readonly TimeSpan OperatorLifetime = TimeSpan.FromHours(8);

    private const char Separator = ' ';

    /// <summary>Only after an erasure, so that a version that knows none reads what most sessions have.</summary>
    private const char BeforeErasure = '+';

    private const int LongestValue = 2048;

    /// <summary>Clocks of instances differ a little.</summary>
    private static readonly TimeSpan ClockSkew = TimeSpan.FromMinutes(1);

    private readonly IDataProtector _cookie = protection.CreateProtector("SceneGen.Session.Cookie");
    private readonly IDataProtector _token = protection.CreateProtector("SceneGen.Session.Token");
    private readonly IDataProtector _operator = protection.CreateProtector("SceneGen.Operator.Cookie");

    public string MakeCookie(string sessionId, int lastErasure = 0) => Make(_cookie, sessionId, lastErasure);

    public string MakeToken(string sessionId, int lastErasure = 0) => Make(_token, sessionId, lastErasure);

    public string MakeOperator(string subject) => Make(_operator, subject);

    public SessionPass? ReadCookie(string value) => Session(Read(_cookie, value, CookieLifetime));

    public SessionPass? ReadToken(string value) => Session(Read(_token, value, TokenLifetime));

    public string? ReadOperator(string value) => Read(_operator, value, OperatorLifetime)?.SessionId;

    private static SessionPass? Session(SessionPass? pass)
        => pass is not null && SceneLimits.IsSessionId(pass.SessionId) ? pass : null;

    private string Make(IDataProtector protector, string subject, int lastErasure = 0)
    {
        var named = lastErasure == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $"{BeforeErasure}{lastErasure}");
        return protector.Protect(string.Create(
            CultureInfo.InvariantCulture, $"{time.GetUtcNow().ToUnixTimeMilliseconds()}{named}{Separator}{subject}"));
    }

    private SessionPass? Read(IDataProtector protector, string value, TimeSpan lifetime)
    {
        if (value.Length is 0 or > LongestValue || Unseal(protector, value) is not { } text)
        {
            return null;
        }

        var end = text.IndexOf(Separator, StringComparison.Ordinal);
        var head = end < 0 ? [] : text[..end].Split(BeforeErasure, 2);
        var lastErasure = 0;
        if (head.Length == 0
            || !long.TryParse(head[0], NumberStyles.None, CultureInfo.InvariantCulture, out var issued)
            || (head.Length > 1 && !int.TryParse(head[1], NumberStyles.None, CultureInfo.InvariantCulture, out lastErasure)))
        {
            return null;
        }

        var issuedAt = DateTimeOffset.FromUnixTimeMilliseconds(issued);
        var age = time.GetUtcNow() - issuedAt;
        return age < lifetime && age > -ClockSkew ? new SessionPass(text[(end + 1)..], issuedAt, lastErasure) : null;
    }

    // Forged, cut off, signed by a key that is gone: there is nothing to tell apart.
    private static string? Unseal(IDataProtector protector, string value)
    {
        try
        {
            return protector.Unprotect(value);
        }
        catch (Exception error) when (error is CryptographicException or FormatException)
        {
            return null;
        }
    }
}
