namespace SceneGen.Access.Keys;

/// <summary>A key that was added to the database; the key itself is with its owner alone.</summary>
public sealed class ApiKey
{
    internal const int LongestName = 100;

    /// <summary>
    /// Whose key it is: the audit, quotas and idempotency keys tell callers apart by it. While a key is changed, its owner
    /// has two.
    /// </summary>
    public string Name { get; set; } = "";

    public string Sha256 { get; set; } = "";

    public string Scopes { get; set; } = "";

    public DateTimeOffset AddedAt { get; set; }

    /// <summary>About: it is noted once an hour.</summary>
    public DateTimeOffset? UsedAt { get; set; }

    public DateTimeOffset? RevokedAt { get; set; }

    internal static bool IsName(string? name)
        => name is { Length: > 0 and <= LongestName } && name.All(one => char.IsAsciiLetterOrDigit(one) || one is '-' or '_' or '.');
}
