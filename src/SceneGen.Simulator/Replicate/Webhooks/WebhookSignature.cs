using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace SceneGen.Simulator.Replicate.Webhooks;

/// <summary>Signatures by the scheme of Standard Webhooks.</summary>
internal static class WebhookSignature
{
    private const string Prefix = "whsec_";

    public static string Of(string secret, string id, long timestamp, ReadOnlySpan<byte> body)
    {
        var key = Convert.FromBase64String(secret[Prefix.Length..]);
        var head = Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{id}.{timestamp}."));
        byte[] signed = [.. head, .. body];
        return $"v1,{Convert.ToBase64String(HMACSHA256.HashData(key, signed))}";
    }
}
