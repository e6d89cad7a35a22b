namespace SceneGen.Web.Scenes.Timeline;

/// <summary>Entries in order; <see cref="Next"/> is the sequence after which the next page starts.</summary>
internal sealed record TimelinePage<T>(IReadOnlyList<T> Items, int? Next);
