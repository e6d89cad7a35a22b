namespace SceneGen.Contracts;

/// <summary>What a failed scene means for its avatar. On the wire: camelCase strings.</summary>
public enum AvatarRollback
{
    /// <summary>The avatar is kept.</summary>
    None,

    /// <summary><see cref="AvatarRollbackRequested"/> was published.</summary>
    Requested,
}
