namespace SceneGen.Scenes.Watching;

/// <summary>Where a scene stands, as far as a message may move it.</summary>
internal readonly record struct SceneMark(
    string State, int Run, int Attempt, decimal Cost, int RollbackRequests, DateTimeOffset EnteredAt)
{
    /// <summary>It was not there before.</summary>
    public bool IsNew => State is "" or "Initial";

    public bool IsOver => State is nameof(SceneStateMachine.Ready)
        or nameof(SceneStateMachine.RolledBack)
        or nameof(SceneStateMachine.Failed)
        or nameof(SceneStateMachine.Canceled)
        or nameof(SceneStateMachine.Expired);

    public bool HasFailed => State is nameof(SceneStateMachine.RollingBack)
        or nameof(SceneStateMachine.RolledBack)
        or nameof(SceneStateMachine.Failed);

    public bool IsPainted => State is nameof(SceneStateMachine.Submitting)
        or nameof(SceneStateMachine.Generating)
        or nameof(SceneStateMachine.Storing);

    public bool IsRollingBack => State is nameof(SceneStateMachine.RollingBack);

    /// <summary>As the API and the metrics write it.</summary>
    public string Word => char.ToLowerInvariant(State[0]) + State[1..];

    public static SceneMark Of(SceneState scene)
        => new(
            scene.CurrentState ?? "", scene.Run, scene.Attempt, scene.Cost, scene.RollbackRequests,
            scene.StateEnteredAt ?? scene.UpdatedAt);
}
