using SceneGen.Scenes;

namespace SceneGen.Web.Scenes.Waiting;

/// <summary>What a wait has come to.</summary>
/// <param name="Scene">As it stands then; null where there is none.</param>
/// <param name="Outcome">Why the wait is over.</param>
internal sealed record Waited(SceneState? Scene, WaitOutcome Outcome);
