namespace SceneGen.Simulator.Painting.Backdrops;

/// <summary>A place to stand in.</summary>
internal interface ISceneBackdrop
{
    /// <summary>Words of a prompt that speak for this place.</summary>
    public IReadOnlyList<string> Keywords { get; }

    /// <summary>Where feet touch the ground.</summary>
    public double GroundLine { get; }

    /// <summary>0 for ground that mirrors nothing.</summary>
    public double Reflection { get; }

    public string ShadowColor { get; }

    public void PaintBehind(SvgCanvas canvas);

    public void PaintInFront(SvgCanvas canvas);
}
