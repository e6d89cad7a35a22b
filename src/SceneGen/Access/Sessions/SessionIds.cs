using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace SceneGen.Access.Sessions;

internal static class SessionIds
{
    private const int RandomBytes = 16;

    public static string Make() => $"s-{Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(RandomBytes))}";

    public static string HashOf(string sessionId) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(sessionId)));
}
