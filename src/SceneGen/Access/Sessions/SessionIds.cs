using System.Buffers.Text;
using System.Security.Cryptography;

namespace SceneGen.Access.Sessions;

internal static class SessionIds
{
    private const int RandomBytes = 16;

    public static string Make() => $"s-{Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(RandomBytes))}";
}
