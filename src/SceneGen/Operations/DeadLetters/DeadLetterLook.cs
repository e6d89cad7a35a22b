namespace SceneGen.Operations.DeadLetters;

/// <summary>
/// Dead letters of a choice. <see cref="Beyond"/> counts those that may be of it too, and lie behind as many as one look
/// takes.
/// </summary>
internal sealed record DeadLetterLook(IReadOnlyList<DeadLetter> Letters, int Beyond);
