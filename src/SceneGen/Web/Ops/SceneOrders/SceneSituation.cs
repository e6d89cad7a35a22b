using SceneGen.Operations.Audit;
using SceneGen.Scenes;
using SceneGen.Scenes.Compensation;

namespace SceneGen.Web.Ops.SceneOrders;

/// <summary>A scene, and what else decides whether an order can be carried out.</summary>
internal sealed record SceneSituation(SceneState Scene, AvatarStanding Avatar, DateTimeOffset Now)
{
    /// <summary>Another scene of the avatar is ready, or may still be.</summary>
    public required bool AvatarIsNeeded { get; init; }

    /// <summary>A prediction of this scene is known.</summary>
    public required bool HasPrediction { get; init; }

    /// <summary>When this was last ordered, if ever.</summary>
    public required OperatorAction? Before { get; init; }
}
