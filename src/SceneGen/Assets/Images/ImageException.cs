namespace SceneGen.Assets.Images;

public sealed class ImageException(string message, Exception? innerException = null)
    : Exception(message, innerException)
{
    public ImageFault Fault { get; init; }

    /// <summary>Whether the file is a picture, but more than one.</summary>
    public bool IsAnimated { get; init; }
}
