namespace SceneGen.Assets.Images;

public enum ImageProcessing
{
    Full,
    Passthrough,
}
