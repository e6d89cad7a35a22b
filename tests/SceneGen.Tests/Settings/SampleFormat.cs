namespace SceneGen.Tests.Settings;

public enum SampleFormat
{
    Jpeg,
    WebP,
    Png,
}
