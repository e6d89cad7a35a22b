namespace SceneGen.Themes.Placing;

/// <summary>Where the avatar looks.</summary>
public enum Facing
{
    Viewer,
    HalfLeft,
    HalfRight,
    Left,
    Right,
}
