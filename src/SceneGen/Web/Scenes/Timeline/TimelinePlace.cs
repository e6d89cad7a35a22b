namespace SceneGen.Web.Scenes.Timeline;

/// <summary>Where a page begins, and how long it is.</summary>
internal sealed record TimelinePlace(int Start, int PageSize);
