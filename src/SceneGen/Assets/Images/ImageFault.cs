namespace SceneGen.Assets.Images;

public enum ImageFault
{
    Unreadable,

    /// <summary>A picture, but not one to work with: too large, too small, too narrow, or moving.</summary>
    Unsuitable,

    Blank,

    Blurred,

    AvatarMissing,
}
