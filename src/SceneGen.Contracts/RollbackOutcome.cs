namespace SceneGen.Contracts;

/// <summary>How a rollback ended. On the wire: camelCase strings.</summary>
public enum RollbackOutcome
{
    /// <summary>The avatar is gone.</summary>
    RolledBack,

    /// <summary>The upstream kept the avatar.</summary>
    Refused,
}
