using SceneGen.Scenes;
using SceneGen.Scenes.Words;

namespace SceneGen.Web.Scenes.Resources;

/// <summary>Where a scene stands, in the user's words.</summary>
internal sealed record SceneStep
{
    public required string Text { get; init; }

    public required int Percent { get; init; }

    /// <summary>Null while nothing honest can be said.</summary>
    public int? EtaSeconds { get; init; }

    public required int Attempt { get; init; }

    public static SceneStep Of(SceneState scene, Language language) => new()
    {
        Text = StepWords.For(scene.CurrentState).In(language),
        Percent = scene.CurrentState switch
        {
            nameof(SceneStateMachine.AwaitingTheme) => 5,
            nameof(SceneStateMachine.Submitting) => 15,
            nameof(SceneStateMachine.Generating) => 40,
            nameof(SceneStateMachine.Storing) => 90,
            _ => 100,
        },
        Attempt = scene.Attempt,
    };
}
