namespace SceneGen.Scenes.Words;

/// <summary>What became of the avatar of a scene that could not be made.</summary>
internal enum AvatarFate
{
    Kept,
    RollingBack,
    RolledBack,

    /// <summary>It was to be rolled back, and is kept all the same.</summary>
    RollbackRefused,
}
