using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Options;

namespace SceneGen.Scenes.Links;

/// <summary>Signs the links to pictures, expiry and key's name included, and knows its own again.</summary>
public sealed class LinkSigner(IOptions<SigningOptions> options, TimeProvider time)
{
    private static readonly TimeSpan LongEnough = TimeSpan.FromMinutes(5);

    /// <summary>The query of a link to this file that is good from now on.</summary>
    public string Sign(string file)
    {
        var expiry = (time.GetUtcNow() + options.Value.Lifetime).ToUnixTimeSeconds();
        if (options.Value.Lifetime >= LongEnough)
        {
            // Asked for again within the minute it is the same link, which caches know.
            expiry -= expiry % 60;
        }

        var keyId = options.Value.KeyId;
        var exp = expiry.ToString(CultureInfo.InvariantCulture);
        return $"?exp={exp}&kid={keyId}&sig={WebEncoders.Base64UrlEncode(Mac(options.Value.Key, file, exp, keyId))}";
    }

    /// <summary>How long the link is still good; null for one that is forged, and less than zero for one that has expired.</summary>
    public TimeSpan? Judge(string file, string? exp, string? keyId, string? signature)
    {
        if (KeyOf(keyId) is not { Length: > 0 } key
            || !long.TryParse(exp, NumberStyles.None, CultureInfo.InvariantCulture, out var expiry)
            || !CryptographicOperations.FixedTimeEquals(Read(signature), Mac(key, file, exp, keyId!)))
        {
            return null;
        }

        return DateTimeOffset.FromUnixTimeSeconds(expiry) - time.GetUtcNow();
    }

    private static byte[] Mac(string key, string file, string exp, string keyId)
        => HMACSHA256.HashData(Encoding.UTF8.GetBytes(key), Encoding.UTF8.GetBytes($"{file}\n{exp}\n{keyId}"));

    private static byte[] Read(string? signature)
    {
        try
        {
            return WebEncoders.Base64UrlDecode(signature ?? "");
        }
        catch (FormatException)
        {
            // No signature of ours: it equals none.
            return [];
        }
    }

    private string? KeyOf(string? keyId)
        => keyId == options.Value.KeyId ? options.Value.Key
            : keyId == options.Value.PreviousKeyId ? options.Value.PreviousKey
            : null;
}
