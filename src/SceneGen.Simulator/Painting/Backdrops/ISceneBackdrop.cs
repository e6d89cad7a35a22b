namespace SceneGen.Simulator.Painting.Backdrops;

/// <summary>A place to stand in.</summary>
internal interface ISceneBackdrop
{
    /// <summary>What in a prompt speaks for this place: a phrase more than a word.</summary>
    IReadOnlyList<string> Keywords { get; }

    /// <summary>Where feet touch the ground, unless the prompt says so.</summary>
    double GroundLine { get; }

    /// <summary>How far below a figure its shadow lies, where figures float.</summary>
    double ShadowDrop => 0;

    /// <summary>0 for ground that mirrors nothing.</summary>
    double Reflection { get; }

    string ShadowColor { get; }

    void PaintBehind(SvgCanvas canvas);

    void PaintInFront(SvgCanvas canvas);
}
