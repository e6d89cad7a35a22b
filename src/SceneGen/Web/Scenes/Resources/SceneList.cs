namespace SceneGen.Web.Scenes.Resources;

/// <summary>A page of scenes; <see cref="Next"/> is the cursor of the page after it.</summary>
internal sealed record SceneList(IReadOnlyList<SceneResource> Items, string? Next);
