namespace SceneGen.Callbacks;

/// <summary>What came of a post, and in words that hold neither address nor secret.</summary>
internal sealed record PostOutcome(PostFate Fate, string Told);
