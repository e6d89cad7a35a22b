namespace SceneGen.Scenes.Words;

/// <summary>One thing to say, in every language.</summary>
internal sealed record Phrase(string English, string German)
{
    public string In(Language language) => language is Language.German ? German : English;
}
