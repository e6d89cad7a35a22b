namespace SceneGen.Replicate.Models;

/// <summary>What a model answers with.</summary>
public enum OutputShape
{
    /// <summary>One URL.</summary>
    Url,

    /// <summary>A list of URLs, of which the first is the scene; each is paid for.</summary>
    List,
}
