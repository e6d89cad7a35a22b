namespace SceneGen.Themes.Placing;

/// <summary>How the avatar meets the ground.</summary>
public enum GroundContact
{
    Stands,
    Sits,
    Rests,
    Floats,
}
