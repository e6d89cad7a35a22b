namespace SceneGen.Scenes.Words;

/// <summary>What a failure is called, what happened in one plain sentence, and when to try again.</summary>
internal sealed record FailureText(Again Again, Phrase Title, Phrase Message)
{
    public bool IsWorthRetrying => Again is Again.AtOnce or Again.InMinutes or Again.InHours;
}
