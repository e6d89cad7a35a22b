namespace SceneGen.Assets.Images;

/// <summary>vips did not finish, and the picture is not why: the same work may succeed later.</summary>
public sealed class PictureToolException(string message, Exception? innerException = null)
    : Exception(message, innerException);
