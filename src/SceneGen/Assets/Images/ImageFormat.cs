namespace SceneGen.Assets.Images;

public enum ImageFormat
{
    Jpeg,
    Png,
    WebP,
}
