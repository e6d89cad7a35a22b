using SceneGen.Generation.Messages;

namespace SceneGen.Generation.Disputes;

/// <summary>What is needed of a scene to find out who is to blame.</summary>
internal sealed record DisputedScene(string AvatarUrl, string Theme, int? ThemeVersion, decimal Cost)
{
    /// <summary>What was seen of the avatar; null where it was not looked at.</summary>
    public AvatarPicture? Picture { get; init; }

    /// <summary>Of its bytes, or of its address while they are not known.</summary>
    public string AvatarHash => Picture?.Sha256 ?? ContentHash.OfAvatar(AvatarUrl);

    public string PromptHash => ContentHash.OfPrompt(Theme, ThemeVersion);
}
