namespace SceneGen.Scenes.Outputs;

/// <summary>A painted and paid picture that is not stored yet, and how long the provider still keeps it.</summary>
internal sealed record UnstoredOutput(Guid SceneId, int Attempt, int Tries, DateTimeOffset ExpiresAt, long SecondsLeft);
