namespace SceneGen.Simulator.Painting;

/// <summary>The bytes are not a picture.</summary>
internal sealed class UnreadablePictureException(string message, Exception? inner = null) : Exception(message, inner);
