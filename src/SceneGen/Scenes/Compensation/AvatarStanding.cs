namespace SceneGen.Scenes.Compensation;

/// <summary>What is known of an avatar's rollback.</summary>
public enum AvatarStanding
{
    /// <summary>Nobody has asked for it, or it was refused.</summary>
    Kept,

    /// <summary>One of its scenes has asked for it and waits for the answer.</summary>
    Requested,

    /// <summary>It was confirmed.</summary>
    RolledBack,
}
