namespace SceneGen.Operations.Overview;

/// <summary>Scenes that have been in a step for longer than it should take, and the oldest of them.</summary>
internal sealed record StuckScenes(int Count, IReadOnlyList<StuckScenes.One> Oldest)
{
    internal sealed record One(Guid SceneId, string State, int Attempt, DateTimeOffset Since);
}
