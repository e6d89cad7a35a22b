using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace SceneGen.Replicate.Webhooks;

/// <summary>
/// Whether a webhook was signed with a secret, not long ago:
/// https://replicate.com/docs/topics/webhooks/verify-webhook.
/// </summary>
public static class WebhookSignature
{
    private const string SecretPrefix = "whsec_";
    private const string Version = "v1,";

    /// <summary>Replicate names none; five minutes are what Standard Webhooks allows.</summary>
    private static readonly TimeSpan Tolerance = TimeSpan.FromMinutes(5);

    public static bool IsRecent(SignedWebhook webhook, DateTimeOffset now)
        => long.TryParse(webhook.Timestamp, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
            && Math.Abs(now.ToUnixTimeSeconds() - seconds) <= Tolerance.TotalSeconds;

    public static bool IsGood(SignedWebhook webhook, string secret)
    {
        var expected = Of(webhook, secret);

        // There are several while the secret is being replaced.
        return webhook.Signatures
            .Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Where(entry => entry.StartsWith(Version, StringComparison.Ordinal))
            .Aggregate(false, (isGood, entry) => CryptographicOperations.FixedTimeEquals(
                Encoding.UTF8.GetBytes(entry[Version.Length..]), expected) || isGood);
    }

    /// <summary>The header <c>webhook-signature</c> of what this service says itself, by the same rules.</summary>
    public static string Sign(string id, string timestamp, ReadOnlyMemory<byte> body, string secret)
        => Version + Encoding.UTF8.GetString(Of(new SignedWebhook(id, timestamp, Signatures: "", body), secret));

    /// <summary>Whether a text is a secret as Replicate writes them.</summary>
    public static bool IsSecret(string text)
        => text.StartsWith(SecretPrefix, StringComparison.Ordinal)
            && text.Length > SecretPrefix.Length
            && Convert.TryFromBase64String(text[SecretPrefix.Length..], new byte[text.Length], out _);

    private static byte[] Of(SignedWebhook webhook, string secret)
    {
        using var hmac = IncrementalHash.CreateHMAC(
            HashAlgorithmName.SHA256, Convert.FromBase64String(secret[SecretPrefix.Length..]));
        hmac.AppendData(Encoding.UTF8.GetBytes($"{webhook.Id}.{webhook.Timestamp}."));
        hmac.AppendData(webhook.Body.Span);
        return Encoding.UTF8.GetBytes(Convert.ToBase64String(hmac.GetHashAndReset()));
    }
}
