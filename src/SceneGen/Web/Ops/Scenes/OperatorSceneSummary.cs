using SceneGen.Contracts;
using SceneGen.Scenes;
using SceneGen.Web.Scenes.Resources;

namespace SceneGen.Web.Ops.Scenes;

/// <summary>A scene in the operator's list.</summary>
internal sealed record OperatorSceneSummary
{
    public required Guid Id { get; init; }

    /// <summary>As <c>status</c> is for users.</summary>
    public required string State { get; init; }

    public required Guid AvatarId { get; init; }

    public required string SessionId { get; init; }

    public string? Theme { get; init; }

    public string? Model { get; init; }

    public required int Run { get; init; }

    public required int Attempt { get; init; }

    public string? FailureCode { get; init; }

    public SceneFault? FailureFault { get; init; }

    /// <summary>When the operator was asked to see to its rollback.</summary>
    public DateTimeOffset? RollbackCaseAt { get; init; }

    /// <summary>US dollars.</summary>
    public required decimal Cost { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset UpdatedAt { get; init; }

    public static OperatorSceneSummary Of(SceneState scene) => new()
    {
        Id = scene.CorrelationId,
        State = SceneStatus.OfState(scene.CurrentState),
        AvatarId = scene.AvatarId,
        SessionId = scene.SessionId,
        Theme = scene.Theme,
        Model = scene.Model,
        Run = scene.Run,
        Attempt = scene.Attempt,
        FailureCode = scene.FailureCode,
        FailureFault = scene.FailureFault,
        RollbackCaseAt = scene.RollbackCaseAt,
        Cost = scene.Cost,
        CreatedAt = scene.CreatedAt,
        UpdatedAt = scene.UpdatedAt,
    };
}
