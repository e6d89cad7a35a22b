namespace SceneGen.Generation.Disputes;

/// <summary>What is needed of a scene to find out who is to blame.</summary>
internal sealed record DisputedScene(string AvatarUrl, string Theme, int? ThemeVersion, decimal Cost)
{
    public string AvatarHash => ContentHash.OfAvatar(AvatarUrl);

    public string PromptHash => ContentHash.OfPrompt(Theme, ThemeVersion);
}
