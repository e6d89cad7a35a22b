namespace SceneGen.Replicate.Models;

/// <summary>How a model's picture becomes 1920x1080.</summary>
public enum SizeStrategy
{
    /// <summary>It is.</summary>
    Native,

    /// <summary>Rows or columns are cut off; no pixel is recomputed.</summary>
    Crop,

    /// <summary>It is scaled to cover the scene, and what stands out is cut off.</summary>
    Scale,
}
