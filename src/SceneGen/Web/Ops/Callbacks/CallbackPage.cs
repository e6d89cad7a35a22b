namespace SceneGen.Web.Ops.Callbacks;

/// <summary>Callbacks, the newest first; <see cref="Next"/> is the cursor of the page after it.</summary>
internal sealed record CallbackPage(IReadOnlyList<CallbackResource> Items, string? Next);
