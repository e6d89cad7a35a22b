namespace SceneGen.Scenes.Messages;

/// <summary>Timer: nobody answered the last request to roll the avatar back.</summary>
public sealed record SceneRollbackUnanswered
{
    public required Guid SceneId { get; init; }
}
