using SceneGen.Generation.Traffic;

namespace SceneGen.Scenes.Words;

/// <summary>What the user reads of a scene's state.</summary>
internal static class StepWords
{
    private static readonly Dictionary<string, Phrase> States = new(StringComparer.Ordinal)
    {
        [nameof(SceneStateMachine.AwaitingTheme)] = new("Waiting for a theme to be chosen", "Ein Thema fehlt noch"),
        [nameof(SceneStateMachine.Submitting)] = new("Getting the painter ready", "Farben und Pinsel werden bereitgelegt"),
        [nameof(SceneStateMachine.Generating)] = new("Painting your scene", "Die Szene wird gemalt"),
        [nameof(SceneStateMachine.Storing)] = new("Framing the picture", "Das Bild wird gerahmt"),
        [nameof(SceneStateMachine.Ready)] = new("Your scene is ready", "Die Szene ist fertig"),
        [nameof(SceneStateMachine.RollingBack)] = new(
            "The scene could not be made; the avatar is being taken back",
            "Die Szene ist nicht gelungen; der Avatar wird zurückgenommen"),
        [nameof(SceneStateMachine.RolledBack)] = new(
            "The scene could not be made; the avatar was taken back",
            "Die Szene ist nicht gelungen; der Avatar wurde zurückgenommen"),
        [nameof(SceneStateMachine.Failed)] = new(
            "The scene could not be made; the avatar stays as it is",
            "Die Szene ist nicht gelungen; der Avatar bleibt, wie er ist"),
        [nameof(SceneStateMachine.Canceled)] = new("The scene was canceled", "Die Szene wurde abgebrochen"),
        [nameof(SceneStateMachine.Expired)] = new(
            "No theme was chosen in time", "Es wurde nicht rechtzeitig ein Thema gewählt"),
    };

    private static readonly Phrase InLine = new(
        "Many scenes are being painted just now; yours waits in line",
        "Gerade werden viele Szenen gemalt; diese wartet, bis sie dran ist");

    private static readonly Phrase AtGate = new(
        "The picture service cannot paint just now; your scene waits for it",
        "Der Bilddienst kann gerade nicht malen; die Szene wartet auf ihn");

    public static IEnumerable<string> Known => States.Keys;

    /// <summary>Of a scene, which may have to wait in its state.</summary>
    public static Phrase For(SceneState scene) => scene.WaitsFor switch
    {
        null => For(scene.CurrentState),
        var gate when gate == TrafficStop.Budget.Gate => InLine,
        _ => AtGate,
    };

    public static Phrase For(string state)
        => States.GetValueOrDefault(state)
            ?? throw new InvalidOperationException($"There are no words for the state {state}.");
}
