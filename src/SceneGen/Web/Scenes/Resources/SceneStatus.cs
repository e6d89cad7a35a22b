using System.Text.Json;
using SceneGen.Scenes;

namespace SceneGen.Web.Scenes.Resources;

/// <summary>A state's name on the wire, and back.</summary>
internal static class SceneStatus
{
    private static readonly Dictionary<string, string> States = new[]
    {
        nameof(SceneStateMachine.AwaitingTheme),
        nameof(SceneStateMachine.Submitting),
        nameof(SceneStateMachine.Generating),
        nameof(SceneStateMachine.Storing),
        nameof(SceneStateMachine.Ready),
        nameof(SceneStateMachine.RollingBack),
        nameof(SceneStateMachine.RolledBack),
        nameof(SceneStateMachine.Failed),
        nameof(SceneStateMachine.Canceled),
        nameof(SceneStateMachine.Expired),
    }.ToDictionary(OfState);

    public static IEnumerable<string> All => States.Keys;

    public static string OfState(string state) => JsonNamingPolicy.CamelCase.ConvertName(state);

    public static string? ToState(string status) => States.GetValueOrDefault(status);

    public static bool IsRunning(string state) => state
        is nameof(SceneStateMachine.AwaitingTheme)
        or nameof(SceneStateMachine.Submitting)
        or nameof(SceneStateMachine.Generating)
        or nameof(SceneStateMachine.Storing);
}
