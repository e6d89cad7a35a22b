namespace SceneGen.Simulator.Painting.Backdrops;

/// <summary>A place to stand in.</summary>
internal interface ISceneBackdrop
{
    /// <summary>Words of a prompt that speak for this place.</summary>
    IReadOnlyList<string> Keywords { get; }

    /// <summary>Where feet touch the ground.</summary>
    double GroundLine { get; }

    /// <summary>0 for ground that mirrors nothing.</summary>
    double Reflection { get; }

    string ShadowColor { get; }

    void PaintBehind(SvgCanvas canvas);

    void PaintInFront(SvgCanvas canvas);
}
