using SceneGen.Scenes.Timeline;

namespace SceneGen.Generation.Intents;

/// <summary>
/// A check that did not end its attempt: its number, since when it may not ask the provider, and what happened, for its
/// scene's timeline.
/// </summary>
public sealed record IntentCheck(
    GenerationIntent Intent, int Number, DateTimeOffset? WaitSince, IReadOnlyList<Happened> Happened);
