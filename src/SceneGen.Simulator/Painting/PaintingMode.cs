namespace SceneGen.Simulator.Painting;

/// <summary>How much work a picture is.</summary>
public enum PaintingMode
{
    /// <summary>Every prediction gets a scene of its own with its avatars in it.</summary>
    Full,

    /// <summary>Avatars are fetched and left out: predictions of one size and format share a flat picture.</summary>
    Plain,
}
