namespace SceneGen.Web.Http;

/// <summary>The header by which a caller says that a request is the same as an earlier one.</summary>
internal static class IdempotencyKey
{
    public const string Header = "Idempotency-Key";
    public const string ReplayedHeader = "Idempotency-Replayed";
    private const int Longest = 255;

    public static string? Of(HttpContext http)
        => http.Request.Headers.TryGetValue(Header, out var given) ? given.ToString() : null;

    public static void Check(HttpContext http, Dictionary<string, string> errors)
    {
        if (http.Request.Headers.TryGetValue(Header, out var given)
            && (given is not [{ Length: > 0 and <= Longest } key] || key.Any(letter => letter is <= ' ' or > '~')))
        {
            errors[Header] = $"send one key of 1 to {Longest} visible ASCII characters.";
        }
    }
}
