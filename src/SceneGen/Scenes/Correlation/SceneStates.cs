namespace SceneGen.Scenes.Correlation;

/// <summary>The states by name, for those who ask the database.</summary>
internal static class SceneStates
{
    /// <summary>Something is still to come.</summary>
    public static readonly IReadOnlyList<string> Running =
    [
        nameof(SceneStateMachine.AwaitingTheme),
        nameof(SceneStateMachine.Submitting),
        nameof(SceneStateMachine.Generating),
        nameof(SceneStateMachine.Storing),
        nameof(SceneStateMachine.RollingBack),
    ];
}
