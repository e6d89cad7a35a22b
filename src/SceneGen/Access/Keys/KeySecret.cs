using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace SceneGen.Access.Keys;

/// <summary>A key as its owner has it. Nobody guesses 32 random bytes, so a plain hash of it may be stored and looked up.</summary>
internal static class KeySecret
{
    private const string Prefix = "sg_";
    private const int RandomBytes = 32;

    public static string Make() => Prefix + Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(RandomBytes));

    public static string HashOf(string secret) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));

    public static bool IsHash(string text) => text.Length == SHA256.HashSizeInBytes * 2 && text.All(char.IsAsciiHexDigit);
}
