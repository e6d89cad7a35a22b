using SceneGen.Scenes;

namespace SceneGen.Web.Scenes.Resources;

/// <summary>Where a scene stands, in the user's words.</summary>
internal sealed record SceneStep
{
    public required string Text { get; init; }

    public required int Percent { get; init; }

    /// <summary>Null while nothing honest can be said.</summary>
    public int? EtaSeconds { get; init; }

    public required int Attempt { get; init; }

    public static SceneStep Of(SceneState scene)
    {
        var (text, percent) = scene.CurrentState switch
        {
            nameof(SceneStateMachine.AwaitingTheme) => ("Waiting for you to choose a theme", 5),
            nameof(SceneStateMachine.Submitting) => ("Getting the painter ready", 15),
            nameof(SceneStateMachine.Generating) => ("Painting your scene", 40),
            nameof(SceneStateMachine.Storing) => ("Framing the picture", 90),
            nameof(SceneStateMachine.Ready) => ("Your scene is ready", 100),
            nameof(SceneStateMachine.RollingBack) => ("Putting things back as they were", 100),
            nameof(SceneStateMachine.RolledBack) => ("The scene could not be made; the avatar was taken back", 100),
            nameof(SceneStateMachine.Failed) => ("The scene could not be made; you keep the avatar", 100),
            nameof(SceneStateMachine.Canceled) => ("Canceled", 100),
            nameof(SceneStateMachine.Expired) => ("No theme was chosen in time", 100),
            var state => throw new InvalidOperationException($"There are no words for the state {state}."),
        };
        return new SceneStep { Text = text, Percent = percent, Attempt = scene.Attempt };
    }
}
