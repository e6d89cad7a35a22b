using System.Security.Cryptography;
using System.Text;

namespace SceneGen.Generation.Disputes;

/// <summary>By what avatars and prompts are known again.</summary>
internal static class ContentHash
{
    /// <summary>Of the URL without its query, which may be signed anew each time.</summary>
    public static string OfAvatar(string url) => Of(new Uri(url).GetLeftPart(UriPartial.Path));

    /// <summary>Of the theme's wording, not of what an avatar's name and description make of it.</summary>
    public static string OfPrompt(string theme, int? version) => Of($"{theme}/{version}");

    private static string Of(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
