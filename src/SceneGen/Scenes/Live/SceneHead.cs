namespace SceneGen.Scenes.Live;

/// <summary>How far a scene has come.</summary>
internal sealed record SceneHead(Guid SceneId, int Sequence, bool IsErased);
