namespace SceneGen.Scenes.Compensation;

/// <summary>What a scene that cannot be made means for its avatar.</summary>
internal enum RollbackDecision
{
    /// <summary>The policy keeps it.</summary>
    Keep,

    /// <summary>Another of its scenes is ready, or may be.</summary>
    KeepForOthers,

    Request,

    /// <summary>Another of its scenes has asked already; the answer counts for all.</summary>
    AwaitAnswer,

    /// <summary>It is gone already.</summary>
    IsRolledBack,
}
