namespace SceneGen.Scenes.Failures;

/// <summary>A caller who is confined to a session named the avatar of another.</summary>
public sealed class AvatarForeignException() : Exception("The avatar is another session's.");
