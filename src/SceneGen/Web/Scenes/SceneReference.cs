namespace SceneGen.Web.Scenes;

/// <summary>The scene an avatar became.</summary>
internal sealed record SceneReference(Guid SceneId);
