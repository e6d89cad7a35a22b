namespace SceneGen.Scenes.Timeline;

/// <summary>What the timeline says of a state that was entered.</summary>
internal static class TimelineWords
{
    public static string For(SceneState scene) => scene.CurrentState switch
    {
        nameof(SceneStateMachine.AwaitingTheme) => "The avatar is here; the scene waits for its theme.",
        nameof(SceneStateMachine.Submitting) when scene is { Attempt: 1, Run: > 1 } => $"Run {scene.Run}: a picture in the theme '{scene.Theme}' is asked for again.",
        nameof(SceneStateMachine.Submitting) when scene.Attempt == 1 => $"A picture in the theme '{scene.Theme}' is asked for.",
        nameof(SceneStateMachine.Submitting) => $"Attempt {scene.Attempt} follows.",
        nameof(SceneStateMachine.Generating) =>
            $"{scene.Model} is painting prediction {scene.PredictionId}: '{scene.Theme}' version {scene.ThemeVersion}{Label(scene)}{Seed(scene)}.",
        nameof(SceneStateMachine.Storing) => "The picture is painted and is being fetched.",
        nameof(SceneStateMachine.Ready) => "The picture is kept; the scene is ready.",
        nameof(SceneStateMachine.RollingBack) => $"The scene cannot be made ({scene.FailureCode}); the avatar is to be rolled back.",
        nameof(SceneStateMachine.RolledBack) => "The avatar was rolled back.",
        nameof(SceneStateMachine.Failed) when scene.RollbackRequestedAt is not null => $"The avatar stays: its rollback was refused. {scene.RollbackRefusal}",
        nameof(SceneStateMachine.Failed) => $"The scene cannot be made ({scene.FailureCode}); the avatar is kept.",
        nameof(SceneStateMachine.Canceled) => "The scene was canceled.",
        nameof(SceneStateMachine.Expired) => "No theme was chosen in time.",
        _ => scene.CurrentState,
    };

    private static string Label(SceneState scene) => scene.ThemeLabel is { } label ? $" as '{label}'" : "";

    private static string Seed(SceneState scene) => scene.Seed is { } seed ? $", seed {seed}" : "";
}
