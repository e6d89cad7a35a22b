namespace SceneGen.Assets.Images;

public sealed class ImageException(string message, Exception? innerException = null)
    : Exception(message, innerException)
{
    public ImageFault Fault { get; init; }
}
