namespace SceneGen.Web.Scenes.Resources;

/// <summary>What came of each scene of a batch, in the order of the request.</summary>
internal sealed record BatchResult(IReadOnlyList<BatchItem> Items);
