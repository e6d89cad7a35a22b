namespace SceneGen.Scenes.Failures;

/// <summary>A caller asked for a new scene under the id of one that exists.</summary>
public sealed class SceneExistsException() : Exception("There is a scene of this id already.");
