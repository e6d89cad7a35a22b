namespace SceneGen.Scenes.Links;

/// <summary>Who may follow a picture's link.</summary>
public enum LinkMode
{
    /// <summary>Whoever knows it.</summary>
    Open,

    /// <summary>The session whose scene it is.</summary>
    Session,

    /// <summary>Whoever knows it, until it expires.</summary>
    Signed,
}
