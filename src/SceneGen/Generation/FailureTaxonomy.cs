using System.Text.RegularExpressions;
using SceneGen.Contracts;

namespace SceneGen.Generation;

/// <summary>What the error text of a finished prediction means. Proxied models wrap it, so it is looked for, not compared.</summary>
internal static partial class FailureTaxonomy
{
    private const int LongestDetail = 300;

    private static readonly Rule[] Rules =
    [
        new("cannot identify image file", SceneFailureCodes.AvatarUnreadable, SceneFault.Avatar, Tries: 1),
        new("404 Client Error", SceneFailureCodes.AvatarUnreachable, SceneFault.Avatar, Tries: 1),
        new("403 Client Error", SceneFailureCodes.AvatarUnreachable, SceneFault.Avatar, Tries: 1),
        new("is not a valid URL scheme", SceneFailureCodes.AvatarUrlRefused, SceneFault.Avatar, Tries: 1),
        new("Server Error: ", SceneFailureCodes.AvatarUnreachable, SceneFault.Avatar, Always),
        new("Max retries exceeded", SceneFailureCodes.AvatarUnreachable, SceneFault.Avatar, Always),
        new("Read timed out", SceneFailureCodes.AvatarUnreachable, SceneFault.Avatar, Always),
        new("(E005)", SceneFailureCodes.ContentFlagged, SceneFault.Theme, Tries: 2),
        new("NSFW", SceneFailureCodes.ContentFlagged, SceneFault.Theme, Tries: 2),
        new("(E006)", SceneFailureCodes.PromptRefused, SceneFault.Theme, Tries: 2),
        new("image size must be at least", SceneFailureCodes.ModelMisconfigured, SceneFault.Provider, Always),
        new("(E003)", SceneFailureCodes.ProviderOverloaded, SceneFault.Provider, Always),
        new("(E004)", SceneFailureCodes.ProviderOverloaded, SceneFault.Provider, Always),
        new("(E6716)", SceneFailureCodes.ProviderOverloaded, SceneFault.Provider, Always),
    ];

    private const int Always = int.MaxValue;

    private static readonly Rule Otherwise = new("", SceneFailureCodes.ProviderFailed, SceneFault.Provider, Always);

    public static AttemptFailure Read(string error, int attempt)
    {
        var rule = Array.Find(Rules, rule => error.Contains(rule.Text, StringComparison.OrdinalIgnoreCase)) ?? Otherwise;
        return new AttemptFailure(rule.Code, rule.Fault, attempt < rule.Tries, WithoutUrls(error));
    }

    /// <summary>The provider repeats the avatar's URL, which may be signed.</summary>
    public static string WithoutUrls(string text)
    {
        var clean = Url().Replace(text, "(URL)");
        return clean.Length <= LongestDetail ? clean : clean[..LongestDetail];
    }

    [GeneratedRegex(@"[a-z][a-z0-9+.-]{0,30}://\S+|data:\S+|(?<=\burl: )\S+", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Url();

    private sealed record Rule(string Text, string Code, SceneFault Fault, int Tries);
}
