using SceneGen.Contracts;

namespace SceneGen.Scenes;

/// <summary>Decides whether a scene that cannot be made takes its avatar with it.</summary>
public sealed class RollbackPolicy
{
    public AvatarRollback Decide(SceneFault fault) => fault switch
    {
        SceneFault.Avatar => AvatarRollback.Requested,
        SceneFault.Theme => AvatarRollback.None,
        SceneFault.Provider => AvatarRollback.Requested,
        // The operator's fault fails no scene; if one comes here all the same, the avatar is not to blame.
        SceneFault.Operator => AvatarRollback.None,
        _ => throw new ArgumentOutOfRangeException(nameof(fault), fault, "There is no rule for this fault."),
    };
}
