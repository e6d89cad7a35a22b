using System.Security.Cryptography;
using System.Text;

namespace SceneGen.Scenes.Callers;

/// <summary>An idempotency key of one caller and one route, and what was asked under it. Neither is kept in clear.</summary>
internal sealed record AnswerKey(string Hash, int Item, string RequestHash)
{
    public static AnswerKey Of(string caller, string route, string given, string request)
        => new(HashOf($"{caller}\n{route}\n{given}"), Item: 0, HashOf(request));

    private static string HashOf(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
