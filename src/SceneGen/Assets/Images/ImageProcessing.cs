namespace SceneGen.Assets.Images;

/// <summary>How much is done with pictures.</summary>
public enum ImageProcessing
{
    /// <summary>Every picture is decoded, measured and written anew.</summary>
    Full,

    /// <summary>Pictures are judged by their headers alone; no child process is started.</summary>
    Passthrough,
}
