namespace SceneGen.Themes.Asking;

/// <summary>Which seed an attempt has. With each of them a repeated command asks for the same picture.</summary>
public enum SeedPolicy
{
    /// <summary>Another one for each run and attempt of a scene.</summary>
    Free,

    /// <summary>Another one for each scene and attempt; a user's retry begins with the same.</summary>
    Scene,

    /// <summary>The theme's own for the first attempt of every scene; each further attempt has the next.</summary>
    Fixed,
}
