namespace SceneGen.Web.Ops.Scenes;

/// <summary>A page of scenes, the newest first; <see cref="Next"/> is the cursor of the page after it.</summary>
internal sealed record OperatorSceneList(IReadOnlyList<OperatorSceneSummary> Items, string? Next);
