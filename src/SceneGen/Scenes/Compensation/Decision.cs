using MassTransit;

namespace SceneGen.Scenes.Compensation;

/// <summary>What was decided of the avatar, for the steps that follow in the same transaction.</summary>
internal sealed record Decision(RollbackDecision Value)
{
    public static RollbackDecision Of(BehaviorContext<SceneState> context) => context.GetPayload<Decision>().Value;

    public static void Note(BehaviorContext<SceneState> context, RollbackDecision value)
        => context.AddOrUpdatePayload(() => new Decision(value), _ => new Decision(value));
}
